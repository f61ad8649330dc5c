namespace HwToken.Architecture.Tests;

public class SourceTests
{
    /// <summary>A file past this many lines asks to be split along an idea.</summary>
    private const int MaxLines = 400;

    public static TheoryData<string> Folders => ["shared", "firmware", "hardware", "host", "tests"];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Files_Length_FitsOneIdea(string folder) =>
        Assert.DoesNotContain(
            Product.SourcesBelow(Repository.PathOf(folder)), path => File.ReadLines(path).Count() > MaxLines);
}
