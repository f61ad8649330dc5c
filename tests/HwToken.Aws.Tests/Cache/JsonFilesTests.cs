using HwToken.Aws.Cache;
using HwToken.Aws.Model;
using HwToken.Base.Files;

namespace HwToken.Aws.Tests.Cache;

public sealed class JsonFilesTests : IDisposable
{
    private const string Name = "x.json";

    private readonly TemporaryFolder _root = new();
    private readonly PrivateFolder _folder;

    public JsonFilesTests() => _folder = new PrivateFolder(_root["cache"]);

    [Fact]
    public void Read_NothingThere_IsNull() => Assert.Null(Read());

    [Fact]
    public void Read_Written_IsTheSame()
    {
        Write("serial");
        Assert.Equal("serial", Read());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"mfaSerial\":null,\"steps\":[]}")]
    [InlineData("\0\0\0\0\0\0\0\0")]
    public void Read_NotWhole_IsNull(string text)
    {
        Write("serial");
        File.WriteAllText(_folder.PathOf(Name), text);
        Assert.Null(Read());
    }

    [Fact]
    public void TryLock_Held_IsNullWithoutAWarning()
    {
        var warnings = new WarningList();
        using FileLock? first = _folder.TryLock("a.lock", warnings);
        Assert.NotNull(first);
        Assert.Null(_folder.TryLock("a.lock", warnings));
        Assert.Empty(warnings.All);
    }

    [Fact]
    public void TryLock_NoFolderPossible_GoesWithoutAndSaysSo()
    {
        // No permissions keep root out, a file in the place of a folder does.
        File.WriteAllText(_root["file"], "");
        var warnings = new WarningList();
        using FileLock? nothing = new PrivateFolder(_root["file", "cache"]).TryLock("a.lock", warnings);
        Assert.NotNull(nothing);
        Assert.Equal(WarningKind.NoLock, Assert.Single(warnings.All).Kind);
    }

    [Fact]
    public void TryLock_FolderInItsPlace_GoesWithoutAndSaysWhatToRemove()
    {
        Directory.CreateDirectory(_folder.PathOf("a.lock"));
        var warnings = new WarningList();
        using FileLock? nothing = _folder.TryLock("a.lock", warnings);
        Assert.NotNull(nothing);
        SessionWarning warning = Assert.Single(warnings.All);
        Assert.Equal(WarningKind.NoLock, warning.Kind);
        Assert.EndsWith($"{_folder.PathOf("a.lock")} is a folder, not a file", warning.Message, StringComparison.Ordinal);
        Assert.StartsWith($"remove {_folder.PathOf("a.lock")}", warning.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FolderInItsPlace_IsNull()
    {
        Directory.CreateDirectory(_folder.PathOf(Name));
        Assert.Null(Read());
    }

    public void Dispose() => _root.Dispose();

    private string? Read() => _folder.Read(Name, CacheJson.Default.SpentSteps)?.MfaSerial;

    private void Write(string serial) => _folder.Write(Name, new SpentSteps(serial, []), CacheJson.Default.SpentSteps);
}
