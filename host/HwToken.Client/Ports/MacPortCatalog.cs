namespace HwToken.Client.Ports;

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
