using HwToken.Client.Ports;

namespace HwToken.Client.Tests.Ports;

public class WindowsDeviceNameTests
{
    [Theory]
    [InlineData("VID_10C4&PID_EA60", "0001", "10c4:ea60", "0001")]
    [InlineData("VID_10C4&PID_EA60", "5&1d4f4e2a&0&3", "10c4:ea60", null)]
    [InlineData("VID_1A86&PID_55D4&MI_00", "6&2b0f2e1&0&0000", "1a86:55d4", null)]
    [InlineData("VID_0403+PID_6001+A5XK3RJTA", "0000", "0403:6001", "A5XK3RJTA")]
    [InlineData("vid_0403+pid_6015+D30ABCA", "0000", "0403:6015", "D30ABCA")]
    [InlineData("ROOT_HUB30", "4&1&0&0", null, null)]
    public void Parse_NamesOfDevices_TellIdAndSerialNumber(string device, string instance, string? usb, string? serial)
    {
        WindowsDeviceName name = WindowsDeviceName.Parse(device, instance);

        Assert.Equal((usb, serial), (name.Usb?.ToString(), name.SerialNumber));
    }
}
