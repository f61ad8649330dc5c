using HwToken.Client.Ports;
using HwToken.Client.Tests.Peers;

namespace HwToken.Client.Tests.Ports;

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
