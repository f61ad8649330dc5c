using System.Text.RegularExpressions;

namespace HwToken.Client.Ports;

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
