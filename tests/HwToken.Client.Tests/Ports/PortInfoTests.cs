using HwToken.Client.Ports;

namespace HwToken.Client.Tests.Ports;

public class UsbIdTests
{
    [Theory]
    [InlineData("10c4", "ea60", true)]
    [InlineData("10C4", "EA60", true)]
    [InlineData("1a86", "7523", true)]
    [InlineData("0403", "6001", true)]
    [InlineData("0403", "6015", true)]
    [InlineData("2341", "0043", false)]
    [InlineData("10c4", "ea61", false)]
    public void IsKnownBridge_Ids_AreThoseOfUartBridges(string vendor, string product, bool expected) =>
        Assert.Equal(expected, UsbId.Parse(vendor, product)!.Value.IsKnownBridge);

    [Theory]
    [InlineData("", "ea60")]
    [InlineData("10c4", "ea60x")]
    [InlineData("110c4", "ea60")]
    public void Parse_NoHexadecimalNumber_IsNull(string vendor, string product) => Assert.Null(UsbId.Parse(vendor, product));
}
