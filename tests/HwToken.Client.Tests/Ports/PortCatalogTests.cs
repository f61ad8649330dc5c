using HwToken.Client.Ports;

namespace HwToken.Client.Tests.Ports;

public class PortCatalogTests
{
    [Fact]
    public void System_ThisComputer_ListsPortsThatHaveAPath() =>
        Assert.All(PortCatalog.System.List(), port => Assert.NotEmpty(port.Path));
}
