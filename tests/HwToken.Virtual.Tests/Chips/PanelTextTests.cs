using HwToken.Virtual.Chips;

namespace HwToken.Virtual.Tests.Chips;

public class PanelTextTests
{
    private readonly SimulatedPanel _panel = new();

    public PanelTextTests()
    {
        _panel.SetPower(true);
    }

    [Fact]
    public void HalfBlocks_TwoRows_AreOneCharacter()
    {
        _panel.WritePage(0, 0, [0b01, 0b10, 0b11, 0b00, 0b0100], 0, 5);

        string[] lines = Lines(PanelText.HalfBlocks(_panel.Snapshot()), columns: 130, count: 34);

        Assert.Equal("╭" + new string('─', 128) + "╮", lines[0]);
        Assert.Equal("│▀▄█  ", lines[1][..6]);
        Assert.Equal("│    ▀", lines[2][..6]);
        Assert.Equal("╰" + new string('─', 128) + "╯", lines[33]);
    }

    [Fact]
    public void Ascii_TwoRows_AreOneCharacter()
    {
        _panel.WritePage(0, 0, [0b01, 0b10, 0b11, 0b00, 0b0100], 0, 5);

        string text = PanelText.Ascii(_panel.Snapshot());

        string[] lines = Lines(text, columns: 130, count: 34);
        Assert.All(text, c => Assert.True(c == '\n' || (c >= ' ' && c <= '~')));
        Assert.Equal("+" + new string('-', 128) + "+", lines[0]);
        Assert.Equal("|'.#  ", lines[1][..6]);
        Assert.Equal("|    '", lines[2][..6]);
    }

    /// <summary>Dots 1 to 8 of a cell, by their places in Unicode's chart "Braille Patterns".</summary>
    [Theory]
    [InlineData(0, 0x01, '⠁')]
    [InlineData(0, 0x02, '⠂')]
    [InlineData(0, 0x04, '⠄')]
    [InlineData(1, 0x01, '⠈')]
    [InlineData(1, 0x02, '⠐')]
    [InlineData(1, 0x04, '⠠')]
    [InlineData(0, 0x08, '⡀')]
    [InlineData(1, 0x08, '⢀')]
    [InlineData(0, 0x00, '⠀')]
    public void Braille_Pixel_IsItsDot(int column, byte pixel, char cell)
    {
        _panel.WritePage(0, column, [pixel], 0, 1);

        string[] lines = Lines(PanelText.Braille(_panel.Snapshot()), columns: 66, count: 18);

        Assert.Equal(cell, lines[1][1]);
        Assert.Equal('⠀', lines[1][2]);
    }

    [Fact]
    public void Braille_LastPixel_IsInTheLastCell()
    {
        _panel.WritePage(7, 127, [0x80], 0, 1);

        string[] lines = Lines(PanelText.Braille(_panel.Snapshot()), columns: 66, count: 18);

        Assert.Equal("⢀│", lines[16][64..]);
    }

    private static string[] Lines(string text, int columns, int count)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        string[] lines = text.TrimEnd('\n').Split('\n');
        Assert.Equal(count, lines.Length);
        Assert.All(lines, line => Assert.Equal(columns, line.Length));
        return lines;
    }
}
