
using HwToken.Paper.Pictures;

namespace HwToken.Paper.Tests.Pictures;

public class PngPixelsTests
{
    private static byte[] Greys(PngPixels pixels, int count, string row)
    {
        byte[] greys = new byte[count];
        pixels.ToGrey(Hex.Bytes(row), greys);
        return greys;
    }

    [Fact]
    public void ToGrey_TransparentGrey_IsWhite() => Assert.Equal(
        new byte[] { 4, 255, 6 }, Greys(new PngPixels(8, 0, [], Hex.Bytes("00 05")), 3, "04 05 06"));

    [Fact]
    public void ToGrey_TransparentBit_IsWhite() => Assert.Equal(
        new byte[] { 255, 255, 255, 255 }, Greys(new PngPixels(1, 0, [], Hex.Bytes("00 00")), 4, "50"));

    [Fact]
    public void ToGrey_TransparentGreyOf16Bits_IsThatAlone() => Assert.Equal(
        new byte[] { 255, 5, 5 }, Greys(new PngPixels(16, 0, [], Hex.Bytes("05 01")), 3, "05 01 05 00 05 02"));

    [Fact]
    public void ToGrey_TransparentColour_IsThatAlone() => Assert.Equal(
        new byte[] { 255, 10 }, Greys(new PngPixels(8, 2, [], Hex.Bytes("00 0A 00 0A 00 0B")), 2, "0A 0A 0B 0A 0A 0A"));

    [Fact]
    public void ToGrey_PaletteWithAlpha_IsOnWhite() => Assert.Equal(
        new byte[] { 255, 127, 0, 0 },
        Greys(new PngPixels(2, 3, Hex.Bytes("00 00 00 00 00 00 00 00 00"), Hex.Bytes("00 80")), 4, "1B"));

    [Theory]
    [InlineData(3, 0)]
    [InlineData(4, 2)]
    [InlineData(16, 3)]
    [InlineData(4, 4)]
    [InlineData(1, 6)]
    [InlineData(8, 1)]
    [InlineData(8, 7)]
    public void New_CombinationThatIsNone_IsDamage(int depth, int type) =>
        Assert.Throws<InvalidDataException>(() => new PngPixels(depth, type, new byte[6], []));

    [Fact]
    public void New_PaletteMissing_IsDamage() => Assert.Throws<InvalidDataException>(() => new PngPixels(8, 3, [], []));
}
