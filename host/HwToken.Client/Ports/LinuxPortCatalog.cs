namespace HwToken.Client.Ports;

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
