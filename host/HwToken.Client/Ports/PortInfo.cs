// A serial port of this computer, and the USB bridge behind it.
using System.Globalization;

namespace HwToken.Client.Ports;

/// <summary>A serial port of this computer.</summary>
/// <param name="Path">What opens it: /dev/ttyUSB0, COM3.</param>
/// <param name="Usb">Null where the system does not tell.</param>
/// <param name="Product">The USB device's own name for itself, if it has one.</param>
/// <param name="SerialNumber">The USB bridge's, if it has one. Not the token's.</param>
/// <param name="MayBeToken">It may be greeted: a token could be there. Others must be named to be used.</param>
public sealed record PortInfo(string Path, UsbId? Usb, string? Product, string? SerialNumber, bool MayBeToken)
{
    public override string ToString() => Usb is { } usb ? $"{Path} ({usb})" : Path;
}

/// <summary>Vendor and product id of a USB device.</summary>
public readonly record struct UsbId(ushort Vendor, ushort Product)
{
    /// <summary>
    /// The bridges between USB and UART that tokens are built with, by their makers' default ids: the token's own, and
    /// those that development boards carry.
    /// </summary>
    private static readonly HashSet<UsbId> Bridges =
    [
        new(0x10C4, 0xEA60), // Silicon Labs CP2102, CP2102N, CP2104
        new(0x10C4, 0xEA70), // Silicon Labs CP2105
        new(0x10C4, 0xEA71), // Silicon Labs CP2108
        new(0x1A86, 0x7523), // WCH CH340
        new(0x1A86, 0x55D4), // WCH CH9102
        new(0x0403, 0x6001), // FTDI FT232R
        new(0x0403, 0x6015), // FTDI FT231X, FT230X
    ];

    /// <summary>A token may be behind it, and nothing is harmed by a greeting if there is none.</summary>
    public bool IsKnownBridge => Bridges.Contains(this);

    /// <param name="vendor">Four hexadecimal digits.</param>
    /// <param name="product">Four hexadecimal digits.</param>
    public static UsbId? Parse(ReadOnlySpan<char> vendor, ReadOnlySpan<char> product) =>
        ushort.TryParse(vendor, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort v)
        && ushort.TryParse(product, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort p)
            ? new UsbId(v, p)
            : null;

    /// <summary>As lsusb prints it: 10c4:ea60.</summary>
    public override string ToString() => $"{Vendor:x4}:{Product:x4}";
}
