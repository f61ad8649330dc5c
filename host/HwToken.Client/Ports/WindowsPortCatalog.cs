using System.IO.Ports;
using System.Runtime.Versioning;
using System.Security;
using Microsoft.Win32;

namespace HwToken.Client.Ports;

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
