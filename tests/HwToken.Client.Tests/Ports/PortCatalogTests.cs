using HwToken.Client.Ports;
using HwToken.Client.Tests.Peers;

namespace HwToken.Client.Tests.Ports;

public class PortCatalogTests
{
    [Fact]
    public void System_ThisComputer_ListsPortsThatHaveAPath() =>
        Assert.All(PortCatalog.System.List(), port => Assert.NotEmpty(port.Path));
}

public sealed class LinuxPortCatalogTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly UsbPorts _ports;

    public LinuxPortCatalogTests()
    {
        _ports = new UsbPorts(_folder);
    }

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public void List_KnownBridge_IsDescribedAndMayBeAToken()
    {
        string path = _ports.Plug("ttyUSB0", "10c4", "ea60", "/dev/null", serial: "0001");

        Assert.Equal([new PortInfo(path, new UsbId(0x10C4, 0xEA60), "bridge 1", "0001", MayBeToken: true)], _ports.Catalog.List());
    }

    [UnixFact]
    public void List_OtherUsbSerialDevice_IsListedAndNotToBeGreeted()
    {
        _ports.Plug("ttyACM0", "2341", "0043", "/dev/null");

        PortInfo port = Assert.Single(_ports.Catalog.List());
        Assert.False(port.MayBeToken);
        Assert.Null(port.SerialNumber);
        Assert.Equal($"{port.Path} (2341:0043)", port.ToString());
    }

    [UnixFact]
    public void List_SeveralPorts_AreInOrder()
    {
        _ports.Plug("ttyUSB1", "1a86", "7523", "/dev/null");
        _ports.Plug("ttyUSB0", "0403", "6001", "/dev/null");

        Assert.Equal(["ttyUSB0", "ttyUSB1"], _ports.Catalog.List().Select(p => Path.GetFileName(p.Path)));
    }

    [UnixFact]
    public void List_PortWithoutUsbDevice_IsLeftOut()
    {
        _ports.Plug("ttyUSB0", "10c4", "ea60", "/dev/null");
        Directory.CreateDirectory(_folder["sys", "devices/platform/serial8250/tty/ttyS0"]);
        File.CreateSymbolicLink(_folder["sys", "class/tty", "ttyS0"], "../../devices/platform/serial8250/tty/ttyS0");
        File.CreateSymbolicLink(_folder["dev", "ttyS0"], "/dev/null");

        Assert.Equal(["ttyUSB0"], _ports.Catalog.List().Select(p => Path.GetFileName(p.Path)));
    }

    [UnixFact]
    public void List_PortWithoutDeviceNode_IsLeftOut()
    {
        File.Delete(_ports.Plug("ttyUSB0", "10c4", "ea60", "/dev/null"));

        Assert.Empty(_ports.Catalog.List());
    }

    [UnixFact]
    public void List_AttributeThatIsNoNumber_LeavesTheIdOut()
    {
        _ports.Plug("ttyUSB0", "what?", "ea60", "/dev/null");

        PortInfo port = Assert.Single(_ports.Catalog.List());
        Assert.Equal((null, false), (port.Usb, port.MayBeToken));
    }

    [Fact]
    public void List_NoSysfs_IsEmpty() => Assert.Empty(_ports.Catalog.List());
}

public class MacPortCatalogTests
{
    [Fact]
    public void List_NamesOfDrivers_TellTheBridges()
    {
        using var folder = new TempFolder();
        string[] names =
        [
            "cu.Bluetooth-Incoming-Port", "cu.SLAB_USBtoUART", "cu.usbmodem1101", "cu.usbserial-0001", "cu.wchusbserial1410",
            "tty.usbserial-0001",
        ];
        foreach (string name in names)
        {
            File.WriteAllText(folder[name], "");
        }

        Assert.Equal(
            [("cu.SLAB_USBtoUART", true), ("cu.usbmodem1101", false), ("cu.usbserial-0001", true), ("cu.wchusbserial1410", true)],
            new MacPortCatalog(folder.Root).List().Select(p => (Path.GetFileName(p.Path), p.MayBeToken)));
    }
}

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
