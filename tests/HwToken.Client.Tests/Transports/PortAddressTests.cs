using HwToken.Client.Tests.Peers;
using HwToken.Client.Transports;

namespace HwToken.Client.Tests.Transports;

public class PortAddressTests
{
    [Theory]
    [InlineData("tcp:127.0.0.1:4000", "tcp:127.0.0.1:4000")]
    [InlineData("tcp:[::1]:4000", "tcp:[::1]:4000")]
    public void Parse_Loopback_IsTaken(string text, string realPath) => Assert.Equal(realPath, PortAddress.Parse(text).RealPath);

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" ", "empty")]
    [InlineData("tcp:", "is not tcp:127.0.0.1:PORT")]
    [InlineData("tcp:127.0.0.1", "is not tcp:127.0.0.1:PORT")]
    [InlineData("tcp:127.0.0.1:0", "is not tcp:127.0.0.1:PORT")]
    [InlineData("tcp:localhost:4000", "is not tcp:127.0.0.1:PORT")]
    [InlineData("tcp:192.0.2.1:4000", "on the network")]
    [InlineData("tcp:0.0.0.0:4000", "on the network")]
    public void Parse_WhatIsNoPort_IsRefusedWithTheReason(string text, string reason)
    {
        Assert.False(PortAddress.TryParse(text, out _, out string error));
        Assert.Contains(reason, error, StringComparison.Ordinal);
        Assert.Equal(error, Assert.Throws<FormatException>(() => PortAddress.Parse(text)).Message);
    }

    [UnixFact]
    public void RealPath_SymlinkToASymlink_IsThePortItself()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["ttyUSB0"], "");
        File.CreateSymbolicLink(folder["by-id"], "ttyUSB0");
        File.CreateSymbolicLink(folder["token"], folder["by-id"]);

        PortAddress address = PortAddress.Parse(folder["token"]);

        Assert.Equal(folder["ttyUSB0"], address.RealPath);
        Assert.Equal(folder["token"], address.Text);
    }

    [UnixFact]
    public void RealPath_NothingThere_IsThePath()
    {
        using var folder = new TempFolder();

        Assert.Equal(folder["nothing"], PortAddress.Parse(folder["nothing"]).RealPath);
    }
}
