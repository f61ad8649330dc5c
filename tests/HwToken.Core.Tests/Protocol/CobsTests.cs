using CsCheck;
using HwToken.Core.Protocol;

namespace HwToken.Core.Tests.Protocol;

public class CobsTests
{
    // Cheshire and Baker, "Consistent Overhead Byte Stuffing", IEEE/ACM ToN 7(2), 1999: the rules of section III, and
    // its worked example of an IP header in figure 3.
    [Theory]
    [InlineData("", "01")]
    [InlineData("00", "01 01")]
    [InlineData("00 00", "01 01 01")]
    [InlineData("11 22 00 33", "03 11 22 02 33")]
    [InlineData("11 22 33 44", "05 11 22 33 44")]
    [InlineData("11 00 00 00", "02 11 01 01 01")]
    [InlineData("45 00 00 2C 4C 79 00 00 40 06 4F 37", "02 45 01 04 2C 4C 79 01 05 40 06 4F 37")]
    public void Encode_KnownBlock_GivesTheKnownBytesAndBack(string block, string encoded)
    {
        byte[] plain = Hex.Bytes(block);
        byte[] buffer = [0xEE, .. plain];
        Cobs.Encode(buffer, 0, plain.Length);
        Assert.Equal(Hex.Bytes(encoded), buffer);

        Assert.Equal(plain.Length, Cobs.Decode(buffer, 0, buffer.Length));
        Assert.Equal(plain, buffer[1..]);
    }

    [Fact]
    public void Encode_AnyBlock_HoldsNoZeroAndDecodesToItself() =>
        Gen.Byte[0, 3].Array[0, Cobs.MaxBlock].Sample(
            block =>
            {
                byte[] buffer = [0, .. block];
                Cobs.Encode(buffer, 0, block.Length);
                Assert.DoesNotContain((byte)0, buffer);
                Assert.Equal(block.Length, Cobs.Decode(buffer, 0, buffer.Length));
                Assert.Equal(block, buffer[1..]);
            },
            seed: "0000KfC2pM14");

    [Theory]
    [InlineData("05 11 22")]
    [InlineData("02")]
    [InlineData("00")]
    [InlineData("02 11 00")]
    public void Decode_ChainThatLeavesTheBlock_IsRefused(string encoded)
    {
        byte[] buffer = Hex.Bytes(encoded);
        Assert.Equal(-1, Cobs.Decode(buffer, 0, buffer.Length));
    }
}
