using HwToken.Core.Otp;

namespace HwToken.Core.Tests.Otp;

public sealed class CodeTextTests
{
    [Theory]
    [InlineData(0, 6, "000000")]
    [InlineData(42, 6, "000042")]
    [InlineData(999999, 6, "999999")]
    [InlineData(1234567, 7, "1234567")]
    [InlineData(7081804, 8, "07081804")]
    public void Format_Code_KeepsLeadingZeros(int code, int digits, string text)
    {
        Assert.Equal(text, CodeText.Format(code, digits));
    }

    [Fact]
    public void Write_AtAnOffset_TouchesOnlyItsDigits()
    {
        char[] line = "[......]".ToCharArray();

        CodeText.Write(287082, 6, line, 1);

        Assert.Equal("[287082]", new string(line));
    }

    [Theory]
    [InlineData(-1, 6)]
    [InlineData(1000000, 6)]
    [InlineData(0, 5)]
    [InlineData(0, 9)]
    public void Format_CodeThatDoesNotFit_IsRefused(int code, int digits)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CodeText.Format(code, digits));
    }
}
