using System.Text;
using HwToken.Core.Otp;
using HwToken.Paper.Links;
using HwToken.Paper.Text;

namespace HwToken.Paper.Tests.Links;

public class NewAccountTests
{
    // RFC 6238, appendix B: the key of its SHA-1 vectors.
    private const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    private static NewAccount FromSecret(string text)
    {
        using SecretText secret = SecretText.Of(text);
        return NewAccount.FromSecret("alice", secret, OtpAlgorithm.HmacSha1, 6, 30);
    }

    private static NewAccount FromUri(string text, string? name = null)
    {
        using SecretText uri = SecretText.Of(text);
        return NewAccount.FromUri(name, uri, UriError.Piped);
    }

    [Theory]
    [InlineData(Secret)]
    [InlineData("gezd gnbv-gy3t qojq gezd gnbv gy3t qojq")]
    public void FromSecret_AsPeopleType_IsTheKey(string text)
    {
        using NewAccount account = FromSecret(text);
        Assert.Equal(Key, account.Key);
    }

    [Theory]
    [InlineData("GEZD0NBV", "character 5 of the key is not base32", "base32 is A to Z and 2 to 7: a 0 is the letter O, a 1 is I or L, an 8 is B")]
    [InlineData("GEZDGN", "the key breaks off at character 6", null)]
    [InlineData("GEZ", "the key breaks off at character 3", null)]
    [InlineData("GEZDGNBVGE=", "the padding of the key is wrong at character 11", "leave the = signs out, or copy the key again to its end")]
    [InlineData("GE======GE", "the padding of the key is wrong at character 9", null)]
    [InlineData("", "the key is empty", "copy the key again, from its first to its last character")]
    public void FromSecret_NoBase32_SaysWhereWithoutShowingIt(string text, string message, string? hint)
    {
        PaperException e = Assert.Throws<PaperException>(() => FromSecret(text));
        Assert.Equal(message, e.Message);
        Assert.NotNull(e.Hint);
        if (hint is not null)
        {
            Assert.Equal(hint, e.Hint);
        }
    }

    [Fact]
    public void FromSecret_LongerThanATokenTakes_IsRefused()
    {
        PaperException e = Assert.Throws<PaperException>(() => FromSecret(new string('A', 208)));
        Assert.Equal("the key has 130 bytes; a token takes 128", e.Message);
    }

    [Fact]
    public void FromUri_Complete_BringsEverything()
    {
        using NewAccount account = FromUri(
            $"otpauth://totp/GitHub:somebody?secret={Secret}&issuer=GitHub&algorithm=SHA256&digits=8&period=60");
        Assert.Equal("GitHub:somebody", account.Name);
        Assert.Equal(Key, account.Key);
        Assert.Equal((OtpAlgorithm.HmacSha256, 8, 60), (account.Algorithm, account.Digits, account.Period));
    }

    [Fact]
    public void FromUri_Name_TakesTheUrisPlace()
    {
        using NewAccount account = FromUri(
            $"otpauth://totp/alice@123456789012?secret={Secret}", "arn:aws:iam::123456789012:mfa/alice");
        Assert.Equal("arn:aws:iam::123456789012:mfa/alice", account.Name);
    }

    [Theory]
    [InlineData("https://example.org", "that is not an otpauth URI")]
    [InlineData("otpauth://hotp/a?secret=" + Secret, "the URI is for codes that count presses (HOTP)")]
    [InlineData("otpauth://motp/a?secret=" + Secret, "the URI's type is neither totp nor hotp")]
    [InlineData("otpauth://totp/%zz?secret=" + Secret, "the URI's escape at character 16 is broken")]
    [InlineData("otpauth://totp/?secret=" + Secret, "the URI names no account")]
    [InlineData("otpauth://totp/a?digits=6&digits=8&secret=" + Secret, "the URI's parameter at character 27 is a duplicate")]
    [InlineData("otpauth://totp/a", "the URI holds no key")]
    [InlineData("otpauth://totp/a?secret=GEZD0NBV", "the URI's key is not base32 at character 29")]
    [InlineData("otpauth://totp/a?algorithm=SHA512&secret=" + Secret, "the URI is for SHA-512, which the token does not compute")]
    [InlineData("otpauth://totp/a?algorithm=MD5&secret=" + Secret, "the URI's algorithm is neither SHA1 nor SHA256")]
    [InlineData("otpauth://totp/a?digits=9&secret=" + Secret, "the URI's digits are not 6, 7 or 8")]
    [InlineData("otpauth-migration://offline?data=" + Secret, "the URI is an export of Google Authenticator, with accounts and their keys")]
    [InlineData("otpauth://totp/a?period=65536&secret=" + Secret, "the URI's period is longer than 65535 s, the most that a token takes")]
    [InlineData("otpauth://totp/a?period=x&secret=" + Secret, "the URI's period is not a number of seconds")]
    public void FromUri_Wrong_SaysWhat(string text, string message)
    {
        PaperException e = Assert.Throws<PaperException>(() => FromUri(text));
        Assert.Equal(message, e.Message);
        Assert.NotNull(e.Hint);
        Assert.DoesNotContain(Secret, e.Message + e.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Dispose_Key_IsOverwritten()
    {
        NewAccount account = FromSecret(Secret);
        account.Dispose();
        Assert.All(account.Key, b => Assert.Equal(0, b));
    }

    [Fact]
    public void ToString_Key_IsNotShown()
    {
        using NewAccount account = FromSecret(Secret);
        Assert.DoesNotContain("49", account.ToString(), StringComparison.Ordinal);
    }
}
