using HwToken.Client.Model;
using HwToken.TestKit.Device;

namespace HwToken.Client.Tests.Model;

public class PinLettersTests
{
    [Theory]
    [InlineData("cigb", "02 08 06 01")]
    [InlineData("CiGb", "02 08 06 01")]
    [InlineData(" aj  aj ", "00 09 00 09")]
    [InlineData("abcdefghijab", "00 01 02 03 04 05 06 07 08 09 00 01")]
    public void TryParse_Letters_AreTheirPlaces(string text, string places)
    {
        using PinLetters? letters = PinLetters.TryParse(text);
        Assert.NotNull(letters);
        Assert.Equal(places, Hex.Text(letters.Places.ToArray()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("abcdefghijabc")]
    [InlineData("abck")]
    [InlineData("abc4")]
    [InlineData("1234")]
    [InlineData("ab\tcd")]
    [InlineData("abc\u00e4")]
    public void TryParse_AnythingElse_IsNull(string text) => Assert.Null(PinLetters.TryParse(text));

    [Fact]
    public void IsSameAs_OtherLetters_IsNot()
    {
        using PinLetters one = PinLetters.TryParse("abcd")!;
        using PinLetters same = PinLetters.TryParse("AB CD")!;
        using PinLetters other = PinLetters.TryParse("abcde")!;
        Assert.True(one.IsSameAs(same));
        Assert.False(one.IsSameAs(other));
    }

    [Fact]
    public void Dispose_Letters_AreOverwritten()
    {
        PinLetters letters = PinLetters.TryParse("cigb")!;
        letters.Dispose();
        Assert.Empty(SecretSearch.Find(letters, [2, 8, 6, 1]));
    }
}
