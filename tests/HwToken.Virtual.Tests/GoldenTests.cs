namespace HwToken.Virtual.Tests;

public sealed class GoldenTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("golden").FullName;

    private string File => Path.Combine(_folder, "pictures", "one.txt");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void CheckFile_Same_Passes()
    {
        Write("a\nb\n");

        Golden.CheckFile(File, "a\nb\n", update: false);
    }

    [Fact]
    public void CheckFile_LineEndingsOfAnotherSystem_Passes()
    {
        Write("a\r\nb\r\n");

        Golden.CheckFile(File, "a\nb\n", update: false);
    }

    [Fact]
    public void CheckFile_Different_ShowsTheLinesAndWritesNothing()
    {
        Write("same\nold\n");

        GoldenException thrown =
            Assert.Throws<GoldenException>(() => Golden.CheckFile(File, "same\nnew\nmore\n", update: false));

        Assert.Contains("line 2\n- old\n+ new\nline 3\n- \n+ more\n", thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("same", thrown.Message, StringComparison.Ordinal);
        Assert.Equal("same\nold\n", System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void CheckFile_NoFile_ShowsThePicture()
    {
        GoldenException thrown = Assert.Throws<GoldenException>(() => Golden.CheckFile(File, "a\n", update: false));

        Assert.EndsWith(":\na\n", thrown.Message, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public void CheckFile_Update_WritesAndFailsOnce()
    {
        Assert.Throws<GoldenException>(() => Golden.CheckFile(File, "a\n", update: true));

        Golden.CheckFile(File, "a\n", update: true);
        Golden.CheckFile(File, "a\n", update: false);
    }

    private void Write(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, text);
    }
}
