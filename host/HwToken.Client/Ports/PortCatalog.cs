// Which serial ports this computer has: one catalog per operating system.
using System.IO.Ports;
using System.Runtime.Versioning;
using System.Security;
using System.Text.RegularExpressions;
using Microsoft.Win32;

namespace HwToken.Client.Ports;

/// <summary>Knows which serial ports there are.</summary>
public interface IPortCatalog
{
    /// <summary>The ports of USB devices, by path; nothing is opened. What cannot be read is left out.</summary>
    IReadOnlyList<PortInfo> List();
}

/// <summary>The catalogue of this computer's ports.</summary>
public static class PortCatalog
{
    public static IPortCatalog System { get; } =
        OperatingSystem.IsWindows() ? new WindowsPortCatalog()
        : OperatingSystem.IsMacOS() ? new MacPortCatalog("/dev")
        : new LinuxPortCatalog("/sys", "/dev");
}

/// <summary>USB serial ports by what the Linux kernel writes into sysfs.</summary>
/// <param name="sys">/sys</param>
/// <param name="dev">/dev</param>
public sealed class LinuxPortCatalog(string sys, string dev) : IPortCatalog
{
    public IReadOnlyList<PortInfo> List()
    {
        string ttys = Path.Combine(sys, "class", "tty");
        return Directory.Exists(ttys)
            ? [.. Directory.EnumerateFileSystemEntries(ttys).Select(Describe).OfType<PortInfo>().OrderBy(p => p.Path, StringComparer.Ordinal)]
            : [];
    }

    private PortInfo? Describe(string tty)
    {
        string path = Path.Combine(dev, Path.GetFileName(tty));
        if (!Path.Exists(path) || UsbDeviceAbove(tty) is not { } device)
        {
            return null;
        }

        UsbId? id = UsbId.Parse(Attribute(device, "idVendor"), Attribute(device, "idProduct"));
        return new PortInfo(path, id, Attribute(device, "product"), Attribute(device, "serial"), id is { IsKnownBridge: true });
    }

    /// <summary>
    /// The entry is a link into the tree of devices, where the USB device is some levels above the port: one for
    /// usb-serial drivers, another number for CDC ACM.
    /// </summary>
    private static string? UsbDeviceAbove(string tty)
    {
        try
        {
            string? folder = File.ResolveLinkTarget(tty, returnFinalTarget: true)?.FullName;
            while (folder is not null && !File.Exists(Path.Combine(folder, "idVendor")))
            {
                folder = Path.GetDirectoryName(folder);
            }

            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? Attribute(string device, string name)
    {
        try
        {
            string text = File.ReadAllText(Path.Combine(device, name)).Trim();
            return text.Length > 0 ? text : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Pulled out meanwhile, or a device that has no such thing.
            return null;
        }
    }
}

/// <summary>
/// USB serial ports by the names that macOS and the makers' drivers give them. The USB id would take a walk through
/// the I/O registry; the name already tells the bridge's maker.
/// </summary>
/// <param name="dev">/dev</param>
public sealed class MacPortCatalog(string dev) : IPortCatalog
{
    private const string UsbPrefix = "cu.usb";

    // Call-out devices: opening the tty.* twins waits for a carrier that no token has.
    private static readonly string[] BridgePrefixes =
    [
        "cu.usbserial", // Apple's drivers, FTDI's
        "cu.SLAB_USBtoUART", // Silicon Labs'
        "cu.wchusbserial", // WCH's
    ];

    public IReadOnlyList<PortInfo> List() =>
        [.. Directory.EnumerateFileSystemEntries(dev, "cu.*")
            .Select(path => (Path: path, MayBeToken: BridgePrefixes.Any(prefix => Name(path).StartsWith(prefix, StringComparison.Ordinal))))
            .Where(port => port.MayBeToken || Name(port.Path).StartsWith(UsbPrefix, StringComparison.Ordinal))
            .OrderBy(port => port.Path, StringComparer.Ordinal)
            .Select(port => new PortInfo(port.Path, null, null, null, port.MayBeToken))];

    private static string Name(string path) => Path.GetFileName(path);
}

/// <summary>
/// USB serial ports by the registry, which remembers every device that was ever plugged in: those count whose port
/// there is now.
/// </summary>
[SupportedOSPlatform("windows")]
public sealed class WindowsPortCatalog : IPortCatalog
{
    // FTDI's driver has a bus of its own between the USB device and the port.
    private static readonly string[] Buses = [@"SYSTEM\CurrentControlSet\Enum\USB", @"SYSTEM\CurrentControlSet\Enum\FTDIBUS"];

    public IReadOnlyList<PortInfo> List()
    {
        var present = SerialPort.GetPortNames().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. Buses.SelectMany(Ports).Where(port => present.Contains(port.Path)).DistinctBy(p => p.Path).OrderBy(p => p.Path, StringComparer.Ordinal)];
    }

    private static IEnumerable<PortInfo> Ports(string bus)
    {
        using RegistryKey? devices = Open(Registry.LocalMachine, bus);
        foreach (string name in devices?.GetSubKeyNames() ?? [])
        {
            using RegistryKey? device = Open(devices!, name);
            foreach (string instance in device?.GetSubKeyNames() ?? [])
            {
                using RegistryKey? key = Open(device!, instance);
                using RegistryKey? parameters = key is null ? null : Open(key, "Device Parameters");
                if (parameters?.GetValue("PortName") is string port)
                {
                    WindowsDeviceName parsed = WindowsDeviceName.Parse(name, instance);
                    yield return new PortInfo(
                        port, parsed.Usb, key!.GetValue("FriendlyName") as string, parsed.SerialNumber, parsed.Usb is { IsKnownBridge: true });
                }
            }
        }
    }

    private static RegistryKey? Open(RegistryKey parent, string name)
    {
        try
        {
            return parent.OpenSubKey(name);
        }
        catch (Exception e) when (e is SecurityException or UnauthorizedAccessException or IOException)
        {
            return null;
        }
    }
}

/// <summary>What Windows' names of a USB device and of one instance of it tell.</summary>
/// <remarks>USB\VID_10C4&amp;PID_EA60\0001, FTDIBUS\VID_0403+PID_6001+A5XK3RJTA\0000.</remarks>
internal sealed partial record WindowsDeviceName(UsbId? Usb, string? SerialNumber)
{
    public static WindowsDeviceName Parse(string device, string instance)
    {
        Match match = Device().Match(device);
        if (!match.Success)
        {
            return new WindowsDeviceName(null, null);
        }

        // An ampersand is in the instance's name where Windows had to make one up, for want of a serial number.
        Group inDevice = match.Groups["serial"];
        string? serial = inDevice.Success ? inDevice.Value : instance.Contains('&', StringComparison.Ordinal) ? null : instance;
        return new WindowsDeviceName(UsbId.Parse(match.Groups["vendor"].ValueSpan, match.Groups["product"].ValueSpan), serial);
    }

    [GeneratedRegex("^VID_(?<vendor>[0-9A-F]{4})[&+]PID_(?<product>[0-9A-F]{4})(?:\\+(?<serial>[^+&]+))?", RegexOptions.IgnoreCase)]
    private static partial Regex Device();
}
