using HwToken.Virtual.Links;

namespace HwToken.Virtual.Tests.Links;

public class LinkAddressTests
{
    [Theory]
    [InlineData("tcp:127.0.0.1:4711")]
    [InlineData("tcp:127.0.0.1:0")]
    [InlineData("tcp:[::1]:4711")]
    public void TryParse_LoopbackPort_IsTakenAsItIs(string text)
    {
        Assert.True(LinkAddress.TryParse(text, out LinkAddress? address, out _));
        Assert.Equal(text, address.ToString());
    }

    [Theory]
    [InlineData("tcp:", "'tcp:' is not tcp:127.0.0.1:PORT")]
    [InlineData("tcp:127.0.0.1", "'tcp:127.0.0.1' is not tcp:127.0.0.1:PORT")]
    [InlineData("tcp:localhost:4711", "'tcp:localhost:4711' is not tcp:127.0.0.1:PORT")]
    [InlineData("tcp:127.0.0.1:65536", "'tcp:127.0.0.1:65536' is not tcp:127.0.0.1:PORT")]
    [InlineData(
        "tcp:0.0.0.0:4711",
        "'tcp:0.0.0.0:4711' could be reached from the network; only tcp:127.0.0.1:PORT and tcp:[::1]:PORT are taken")]
    [InlineData("", "the link's path is empty")]
    public void TryParse_AnythingElse_IsRefusedByName(string text, string error)
    {
        Assert.False(LinkAddress.TryParse(text, out LinkAddress? address, out string actual));

        Assert.Null(address);
        Assert.Equal(error, actual);
        Assert.Equal(error, Assert.Throws<FormatException>(() => LinkAddress.Parse(text)).Message);
    }

    [Fact]
    public void TryParse_RelativePath_IsMadeAbsolute()
    {
        Assert.True(LinkAddress.TryParse("token", out LinkAddress? address, out _));

        Assert.Equal(Path.GetFullPath("token"), address.ToString());
    }
}
