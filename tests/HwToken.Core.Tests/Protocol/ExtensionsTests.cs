using CsCheck;
using HwToken.Core.Protocol;

namespace HwToken.Core.Tests.Protocol;

public class ExtensionsTests
{
    [Theory]
    [InlineData("00 AA BB", Status.Ok, 2)]
    [InlineData("02 01 00 AA BB", Status.Ok, 2)]
    [InlineData("07 01 02 CC CC 7F 01 CC AA BB", Status.Ok, 2)]
    [InlineData("02 80 00 AA BB", Status.UnsupportedExtension, 2)]
    [InlineData("05 80 00 01 01 CC AA BB", Status.UnsupportedExtension, 2)]
    public void Skip_WellFormedBlock_StopsAtThePayload(string bytes, Status status, int remaining)
    {
        PayloadReader reader = Reader(Hex.Bytes(bytes));
        Assert.Equal(status, Extensions.Skip(reader));
        Assert.Equal(remaining, reader.Remaining);
    }

    [Theory]
    [InlineData("")]
    [InlineData("01")]
    [InlineData("02 01 01")]
    [InlineData("02 01 01 AA BB")]
    [InlineData("01 01 AA BB")]
    [InlineData("03 01 00 01 AA BB")]
    public void Skip_LengthsThatDoNotFit_IsMalformed(string bytes) =>
        Assert.Equal(Status.Malformed, Extensions.Skip(Reader(Hex.Bytes(bytes))));

    [Fact]
    public void Skip_AnyBytes_NeverReadsPastTheBlock() =>
        Gen.Byte.Array[0, 80].Sample(
            bytes =>
            {
                PayloadReader reader = Reader(bytes);
                Status status = Extensions.Skip(reader);
                Assert.True(status != Status.Ok || bytes.Length - reader.Remaining == 1 + bytes[0]);
            },
            seed: "0000KfC2pM14");

    private static PayloadReader Reader(byte[] bytes)
    {
        var reader = new PayloadReader();
        reader.Reset(bytes, 0, bytes.Length);
        return reader;
    }
}
