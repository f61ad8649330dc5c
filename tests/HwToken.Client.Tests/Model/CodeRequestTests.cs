using CsCheck;
using HwToken.Client.Model;
using HwToken.Core.Protocol;
using HwToken.Core.Text;

namespace HwToken.Client.Tests.Model;

public class ScreenTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("aws: prod-admin", "aws: prod-admin")]
    [InlineData("  aws: prod\n", "aws: prod")]
    [InlineData("a\u001b[2Jb", "a?[2Jb")]
    [InlineData("a\u202Eb", "a?b")]
    [InlineData("12345678901234567890123456789012", "12345678901234567890123456789012")]
    [InlineData("123456789012345678901234567890123", "123456789012345678901234567890..")]
    [InlineData("aws: a-profile-with-a-long-name-xyz", "aws: a-profile-with-a-long-nam..")]
    [InlineData("äääääääääääääääää", "äääääääääääääää..")]
    public void Fit_Texts_AreWhatAScreenShows(string text, string expected) => Assert.Equal(expected, ScreenText.Fit(text));

    [Fact]
    public void Fit_AnyText_IsTakenByTheProtocol() =>
        Gen.String[Gen.Char, 0, 60].Sample(
            text =>
            {
                var utf8 = new Utf8Text(Limits.TextLength);
                Assert.True(utf8.TrySet(ScreenText.Fit(text)));
                Assert.True(utf8.IsPrintable, ScreenText.Fit(text));
            },
            seed: "0000KfC2pM14");
}
