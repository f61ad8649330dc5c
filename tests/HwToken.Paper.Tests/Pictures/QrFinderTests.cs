
using HwToken.Paper.Pictures;
using HwToken.TestKit.Pictures;

namespace HwToken.Paper.Tests.Pictures;

public class QrFinderTests
{
    /// <summary>As long as AWS's, whose keys have 64 characters.</summary>
    private const string Uri =
        "otpauth://totp/Amazon%20Web%20Services:alice@123456789012?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Amazon%20Web%20Services";

    private static string[] Find(GreyPicture picture) =>
        [.. QrFinder.Find(picture, CancellationToken.None).Select(text => new string(text.Buffer, 0, text.Length)).Order()];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(25)]
    public void Find_AnySizeOfModules_IsRead(int pixels) => Assert.Equal([Uri], Find(Drawing.Qr(Uri, pixels)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Find_MarginCutOff_IsRead(int margin) => Assert.Equal([Uri], Find(Drawing.Qr(Uri, 4, margin)));

    [Theory]
    [InlineData(7)]
    [InlineData(30)]
    [InlineData(45)]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(251)]
    public void Find_Turned_IsRead(double degrees) => Assert.Equal([Uri], Find(Drawing.Qr(Uri, 6).Turned(degrees)));

    [Theory]
    [InlineData(40)]
    [InlineData(100)]
    public void Find_Noise_IsRead(int most) => Assert.Equal([Uri], Find(Drawing.Qr(Uri, 8).Noisy(most)));

    [Fact]
    public void Find_LittleContrast_IsRead() => Assert.Equal([Uri], Find(Drawing.Qr(Uri).LighterBy(100)));

    [Fact]
    public void Find_LightOnDark_IsRead() => Assert.Equal([Uri], Find(Drawing.Qr(Uri).Inverted()));

    [Fact]
    public void Find_SmallPartOfALargeScreen_IsRead() =>
        Assert.Equal([Uri], Find(Drawing.Qr(Uri, 3).On(Drawing.Blank(3840, 2160), 3300, 1700)));

    [Fact]
    public void Find_PhotoOfTwelveMegapixels_IsRead() =>
        Assert.Equal([Uri], Find(Drawing.Qr(Uri, 30).Turned(20).Noisy(60)));

    [Fact]
    public void Find_LettersOfAnyLanguage_AreUtf8()
    {
        const string Issuer = "otpauth://totp/Größe 東京:a?secret=GEZDGNBVGY3TQOJQ";
        var hints = new Dictionary<ZXing.EncodeHintType, object> { [ZXing.EncodeHintType.CHARACTER_SET] = "UTF-8", [ZXing.EncodeHintType.DISABLE_ECI] = true };
        Assert.Equal([Issuer], Find(Drawing.Qr(Issuer, hints: hints)));
    }

    [Fact]
    public void Find_Nothing_IsNone() => Assert.Empty(Find(Drawing.Blank(500, 400)));

    [Fact]
    public void Find_OnePixel_IsNone() => Assert.Empty(Find(Drawing.Blank(1, 1)));

    [Fact]
    public void Find_NoiseAlone_IsNone() => Assert.Empty(Find(Drawing.Blank(300, 300).Noisy(255)));

    [Theory]
    [InlineData(4, 4)]
    [InlineData(3, 9)]
    [InlineData(10, 3)]
    public void Find_TwoThatDiffer_AreBothRead(int first, int second)
    {
        const string Other = "https://apps.example.com/authenticator";
        GreyPicture both = Drawing.Qr(Other, second).On(Drawing.Qr(Uri, first).On(Drawing.Blank(1200, 700), 0, 10), 700, 30);
        Assert.Equal([Other, Uri], Find(both));
    }

    [Fact]
    public void Find_TwoSideBySide_AreBothRead()
    {
        GreyPicture one = Drawing.Qr(Uri, 5), other = Drawing.Qr(Uri + "2", 5);
        Assert.Equal([Uri, Uri + "2"], Find(one.On(other.On(Drawing.Blank(one.Width + other.Width, other.Height), one.Width, 0), 0, 0)));
    }

    [Fact]
    public void Find_TheSameTwice_IsOne()
    {
        GreyPicture one = Drawing.Qr(Uri);
        Assert.Equal([Uri], Find(one.On(one.On(Drawing.Blank(2 * one.Width, one.Height), 0, 0), one.Width, 0)));
    }

    [Fact]
    public void Find_Cancelled_Ends() => Assert.Throws<OperationCanceledException>(
        () => QrFinder.Find(Drawing.Qr(Uri), new CancellationToken(canceled: true)));
}
