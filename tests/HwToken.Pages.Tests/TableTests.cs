namespace HwToken.Pages.Tests;

public class TableTests
{
    [Fact]
    public void ToText_Columns_AreAlignedWithoutBlanksAtTheEnd()
    {
        var table = new Table("use", "years");
        table.Add("daily", "5");
        table.Add("safe", "15.0");

        Assert.Equal("use    years\ndaily  5\nsafe   15.0\n", table.ToText());
    }

    [Fact]
    public void ToMarkdown_Bars_AreEscaped()
    {
        var table = new Table("a", "b");
        table.Add("1|2", "3");

        Assert.Equal("| a | b |\n| --- | --- |\n| 1\\|2 | 3 |\n", table.ToMarkdown());
    }

    [Fact]
    public void Add_WrongNumberOfCells_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new Table("a", "b").Add("1"));
}
