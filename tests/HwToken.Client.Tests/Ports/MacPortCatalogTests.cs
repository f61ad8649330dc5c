using HwToken.Client.Ports;
using HwToken.Client.Tests.Peers;

namespace HwToken.Client.Tests.Ports;

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
