namespace HwToken.Pages.Tests;

public class PageTests
{
    [Fact]
    public void Fill_Place_ReplacesWhatStoodThere()
    {
        string filled = Page.Fill("a\n<!-- computed: k -->\nold\n<!-- end -->\nb\n", [Section("k")]);

        Assert.Equal("a\n<!-- computed: k -->\n\n| h |\n| --- |\n\nnote\n\n<!-- end -->\nb\n", filled);
        Assert.Equal(filled, Page.Fill(filled, [Section("k")]));
    }

    [Theory]
    [InlineData("no place")]
    [InlineData("<!-- computed: k --> no end")]
    public void Fill_NoPlace_NamesIt(string page) => Assert.Contains(
        "<!-- computed: k -->",
        Assert.Throws<InvalidDataException>(() => Page.Fill(page, [Section("k")])).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("text", 0)]
    [InlineData("<!-- computed: a -->\n<!-- end -->\n<!-- computed: b -->\n<!-- end -->\n", 2)]
    public void PlacesIn_Page_CountsItsMarkers(string page, int places) => Assert.Equal(places, Page.PlacesIn(page));

    private static Section Section(string key) => new(key, "title", new Table("h"), "note");
}
