using HwToken.Device.Ui;
using HwToken.Virtual.Chips;

namespace HwToken.Device.Tests.Ui;

public class TextFontTests
{
    [Fact]
    public void Glyphs_AllOfThem_LookAsTheirPicture()
    {
        var panel = new SimulatedPanel();
        panel.SetPower(true);
        var canvas = new Canvas(panel);
        var line = new TextLine();
        const int InALine = 16;
        for (int glyph = 0; glyph <= TextFont.Ellipsis; glyph++)
        {
            line.AddRune(TextFont.CharacterOf(glyph));
            if (glyph % InALine == InALine - 1 || glyph == TextFont.Ellipsis)
            {
                line.Draw(canvas, glyph / InALine, 0);
                line.Clear();
            }
        }

        canvas.Flush();

        Golden.Check("text-font.txt", PanelText.HalfBlocks(panel.Snapshot()));
    }

    [Fact]
    public void Glyphs_AllOfThem_AreDistinct()
    {
        Assert.Equal((TextFont.Ellipsis + 1) * TextFont.GlyphWidth, TextFont.Glyphs.Length);

        int distinct = TextFont.Glyphs.Chunk(TextFont.GlyphWidth).Select(Convert.ToHexString).Distinct().Count();

        Assert.Equal(TextFont.Ellipsis + 1, distinct);
    }

    [Theory]
    [InlineData(' ', ' ')]
    [InlineData('~', '~')]
    [InlineData('\u00A0', ' ')]
    [InlineData('À', 'A')]
    [InlineData('Ç', 'C')]
    [InlineData('Ö', 'O')]
    [InlineData('Ø', 'O')]
    [InlineData('Ü', 'U')]
    [InlineData('ß', 's')]
    [InlineData('ä', 'a')]
    [InlineData('é', 'e')]
    [InlineData('ñ', 'n')]
    [InlineData('ø', 'o')]
    [InlineData('ü', 'u')]
    [InlineData('ÿ', 'y')]
    [InlineData('…', '…')]
    [InlineData('×', '\u25A1')]
    [InlineData('÷', '\u25A1')]
    [InlineData('¿', '\u25A1')]
    [InlineData('Ā', '\u25A1')]
    [InlineData(0x7F, '\u25A1')]
    [InlineData(0x1F600, '\u25A1')]
    [InlineData(-1, '\u25A1')]
    public void GlyphOf_Rune_IsTheNearestThereIs(int rune, char shown)
    {
        Assert.Equal(shown, TextFont.CharacterOf(TextFont.GlyphOf(rune)));
    }

    [Fact]
    public void GlyphOf_EveryLatin1Letter_IsItsBaseLetter()
    {
        // What Unicode can decompose, its own tables check; the others are in the theory above.
        for (char c = '\u00C0'; c <= '\u00FF'; c++)
        {
            string decomposed = c.ToString().Normalize(System.Text.NormalizationForm.FormD);
            if (decomposed.Length > 1)
            {
                Assert.Equal(decomposed[0], TextFont.CharacterOf(TextFont.GlyphOf(c)));
                Assert.Equal(TextFont.None, TextFont.GlyphOf(decomposed[1]));
            }
        }
    }
}
