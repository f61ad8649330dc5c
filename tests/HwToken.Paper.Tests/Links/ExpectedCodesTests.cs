using HwToken.Core.Otp;
using HwToken.Paper.Links;
using HwToken.TestKit.Otp;

namespace HwToken.Paper.Tests.Links;

public class ExpectedCodesTests
{
    [Theory]
    // RFC 6238, appendix B: the times and codes of its SHA-1 and SHA-256 vectors.
    [InlineData(59, OtpAlgorithm.HmacSha1, "12345678901234567890", "94287082", 1)]
    [InlineData(1111111109, OtpAlgorithm.HmacSha1, "12345678901234567890", "07081804", 1)]
    [InlineData(2000000000, OtpAlgorithm.HmacSha1, "12345678901234567890", "69279037", 10)]
    [InlineData(59, OtpAlgorithm.HmacSha256, "12345678901234567890123456789012", "46119246", 1)]
    [InlineData(20000000000, OtpAlgorithm.HmacSha256, "12345678901234567890123456789012", "77737706", 10)]
    public void Of_Rfc6238_IsItsCodeAndTheOneAfter(long unixSeconds, OtpAlgorithm algorithm, string key, string code, int left)
    {
        byte[] bytes = System.Text.Encoding.ASCII.GetBytes(key);
        var account = new NewAccount("a", bytes, algorithm, 8, 30);
        ExpectedCodes codes = ExpectedCodes.Of(account, DateTimeOffset.FromUnixTimeSeconds(unixSeconds));
        string next = ReferenceTotp.Code(bytes, (unixSeconds / 30) + 1, 8, algorithm);
        Assert.Equal(new ExpectedCodes(code, next, left), codes);
    }

    [Theory]
    [InlineData("123456", "123 456 (7 s more), then 123 456")]
    [InlineData("1234567", "123 4567 (7 s more), then 123 4567")]
    [InlineData("12345678", "1234 5678 (7 s more), then 1234 5678")]
    public void ToString_AnyLength_IsGroupedAsOnTheToken(string code, string text) =>
        Assert.Equal(text, new ExpectedCodes(code, code, 7).ToString());

    [Fact]
    public void Of_Period_IsTheAccounts() => Assert.Equal(
        51, ExpectedCodes.Of(new NewAccount("a", [1], OtpAlgorithm.HmacSha1, 6, 60), DateTimeOffset.FromUnixTimeSeconds(69)).SecondsLeft);
}
