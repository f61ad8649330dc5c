namespace HwToken.Pages.Tests;

public class CsvFileTests
{
    [Fact]
    public void Parse_QuotedText_KeepsCommasAndQuotes()
    {
        CsvRecord record = Assert.Single(CsvFile.Parse("t.csv", ["a,b,c", "1,\"x, \"\"y\"\"\","]));

        Assert.Equal("1", record["a"]);
        Assert.Equal("x, \"y\"", record["b"]);
        Assert.Equal("", record["c"]);
    }

    [Fact]
    public void Parse_EmptyLines_AreSkipped() =>
        Assert.Equal(2, CsvFile.Parse("t.csv", ["a", "1", "", "2", ""]).Count);

    [Fact]
    public void Parse_NoHeader_NamesFile() => AssertFails("t.csv is empty", []);

    [Fact]
    public void Parse_TooFewValues_NamesLine() =>
        AssertFails("t.csv line 3 has 1 values for 2 columns", ["a,b", "1,2", "3"]);

    [Fact]
    public void Parse_OpenQuote_NamesLine() => AssertFails("t.csv line 2 ends inside a quoted text", ["a,b", "1,\"2"]);

    [Theory]
    [InlineData("0.5", 0.5)]
    [InlineData("1200", 1200)]
    public void Number_DecimalPoint_IsRead(string text, double expected) =>
        Assert.Equal(expected, CsvFile.Parse("t.csv", ["a", text])[0].Number("a"));

    [Theory]
    [InlineData("-1")]
    [InlineData("1e3")]
    [InlineData("ten")]
    [InlineData(" 1")]
    public void Number_AnythingElse_NamesLineAndColumn(string text)
    {
        CsvRecord record = CsvFile.Parse("t.csv", ["a", text])[0];

        var error = Assert.Throws<InvalidDataException>(() => record.Number("a"));
        Assert.Equal($"t.csv line 2: a is '{text}', not a number", error.Message);
    }

    [Fact]
    public void Column_Unknown_IsNamed()
    {
        CsvRecord record = CsvFile.Parse("t.csv", ["a", "1"])[0];

        var error = Assert.Throws<InvalidDataException>(() => record["b"]);
        Assert.Equal("t.csv line 2 has no column b", error.Message);
    }

    private static void AssertFails(string message, string[] lines) => Assert.Contains(
        message, Assert.Throws<InvalidDataException>(() => CsvFile.Parse("t.csv", lines)).Message,
        StringComparison.Ordinal);
}
