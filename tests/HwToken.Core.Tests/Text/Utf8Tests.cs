using System.Text;
using CsCheck;
using HwToken.Core.Text;

namespace HwToken.Core.Tests.Text;

public class Utf8Tests
{
    [Theory]
    [InlineData("arn:aws:iam::123456789012:mfa/alice")]
    [InlineData("GitHub:zoë@example.com")]
    [InlineData("日本")]
    [InlineData("🔑")]
    public void IsPrintable_OrdinaryText_IsTrue(string text) => Assert.True(IsPrintable(text));

    [Theory]
    [InlineData("two\nlines")]
    [InlineData("tab\t")]
    [InlineData("del\u007F")]
    [InlineData("c1\u0085")]
    [InlineData(" leading")]
    [InlineData("trailing ")]
    [InlineData("reversed\u202E")]
    [InlineData("zero\u200Bwidth")]
    [InlineData("isolate\u2066")]
    [InlineData("bom\uFEFF")]
    public void IsPrintable_TextThatCouldPretend_IsFalse(string text) => Assert.False(IsPrintable(text));

    [Theory]
    [InlineData("C0 80")] // overlong U+0000
    [InlineData("C3")] // cut off
    [InlineData("E2 82")]
    [InlineData("E0 80 AF")] // overlong
    [InlineData("ED A0 80")] // surrogate
    [InlineData("F4 90 80 80")] // past U+10FFFF
    [InlineData("F5 80 80 80")]
    [InlineData("80")]
    [InlineData("C3 28")]
    public void IsPrintable_BrokenSequence_IsFalse(string bytes) =>
        Assert.False(Utf8.IsPrintable(Hex.Bytes(bytes), Hex.Bytes(bytes).Length));

    [Fact]
    public void Next_AnyBytes_AgreesWithTheFrameworksStrictDecoder() =>
        Gen.OneOf(Gen.Byte.Array[0, 8], Gen.String.Select(Encoding.UTF8.GetBytes)).Sample(
            bytes =>
            {
                int at = 0;
                while (at < bytes.Length)
                {
                    int start = at;
                    int rune = Utf8.Next(bytes, bytes.Length, ref at);
                    bool valid = Rune.DecodeFromUtf8(bytes.AsSpan(start), out Rune expected, out int consumed)
                        == System.Buffers.OperationStatus.Done;
                    Assert.Equal(valid ? expected.Value : -1, rune);
                    Assert.Equal(valid ? consumed : 1, at - start);
                }
            },
            seed: "0000KfC2pM14");

    private static bool IsPrintable(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return Utf8.IsPrintable(bytes, bytes.Length);
    }
}
