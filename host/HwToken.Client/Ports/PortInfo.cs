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
