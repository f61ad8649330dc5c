using System.Runtime.Versioning;
using HwToken.Aws.Cache;
using HwToken.Aws.Ledger;
using HwToken.Aws.Sessions;
using HwToken.Aws.Tests.Support;

namespace HwToken.Aws.Tests.Cache;

[UnsupportedOSPlatform("windows")]
public sealed class PrivateFolderTests : IDisposable
{
    private const UnixFileMode OwnerReadsAndWrites = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string Name = "x.json";

    private readonly TemporaryFolder _root = new();
    private readonly PrivateFolder _folder;

    public PrivateFolderTests() => _folder = new PrivateFolder(_root["new", "cache"]);

    [Fact]
    public void Read_NothingThere_IsNull() => Assert.Null(Read());

    [Fact]
    public void Read_Written_IsTheSame()
    {
        Write("first");
        Write("second");
        Assert.Equal("second", Read());
    }

    [UnixFact]
    public void Write_FileAndNewFolders_AreTheOwnersAlone()
    {
        Write("serial");
        Assert.Equal(OwnerReadsAndWrites, File.GetUnixFileMode(PathOf(Name)));
        Assert.All(
            (string[])[_folder.Path, _root["new"]],
            folder => Assert.Equal(OwnerReadsAndWrites | UnixFileMode.UserExecute, File.GetUnixFileMode(folder)));
    }

    [UnixFact]
    public void Write_FolderThatOthersMayEnter_ClosesItAndNotTheOneAbove()
    {
        const UnixFileMode Everybody = (UnixFileMode)0x1FF;
        Directory.CreateDirectory(_folder.Path);
        File.SetUnixFileMode(_folder.Path, Everybody);
        File.SetUnixFileMode(_root["new"], Everybody);
        Write("serial");
        Assert.Equal(OwnerReadsAndWrites | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.Path));
        Assert.Equal(Everybody, File.GetUnixFileMode(_root["new"]));
    }

    [UnixTheory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void Read_FileThatOthersMayUse_IsNull(UnixFileMode others)
    {
        Write("serial");
        File.SetUnixFileMode(PathOf(Name), OwnerReadsAndWrites | others);
        Assert.Null(Read());
        Write("again");
        Assert.Equal("again", Read());
        Assert.Equal(OwnerReadsAndWrites, File.GetUnixFileMode(PathOf(Name)));
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
        File.WriteAllText(PathOf(Name), text);
        Assert.Null(Read());
    }

    [Fact]
    public void Read_FarTooLong_IsNull()
    {
        Write("serial");
        File.AppendAllText(PathOf(Name), new string(' ', 65 * 1024));
        Assert.Null(Read());
    }

    [UnixFact]
    public void Write_LeftoverOfAKilledProcess_IsReplacedModeAndAll()
    {
        Write("first");
        File.WriteAllText(PathOf(Name + ".tmp"), "half");
        Write("second");
        Assert.Equal("second", Read());
        Assert.Equal(OwnerReadsAndWrites, File.GetUnixFileMode(PathOf(Name)));
        Assert.Equal([PathOf(Name)], Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Write_ThatFails_LeavesTheOldFile()
    {
        Write("first");
        Directory.CreateDirectory(PathOf(Name + ".tmp"));
        Assert.True(PrivateFolder.IsFault(Record.Exception(() => Write("second"))!));
        Assert.Equal("first", Read());
    }

    [UnixFact]
    public async Task Read_WhileOthersWrite_IsAlwaysWhole()
    {
        Write("serial-0");
        using var done = new CancellationTokenSource();
        Task writer = Task.Run(() =>
        {
            for (int i = 0; i < 200; i++)
            {
                Write($"serial-{i}" + new string('x', i * 20));
            }

            done.Cancel();
        });
        while (!done.IsCancellationRequested)
        {
            Assert.StartsWith("serial-", Read(), StringComparison.Ordinal);
        }

        await writer;
    }

    [Fact]
    public void TryLock_Held_IsNullUntilItIsLetGo()
    {
        var warnings = new WarningList();
        FileLock? first = _folder.TryLock("a.lock", warnings);
        Assert.NotNull(first);
        Assert.Null(_folder.TryLock("a.lock", warnings));
        using FileLock? other = _folder.TryLock("b.lock", warnings);
        Assert.NotNull(other);
        first.Dispose();
        using FileLock? second = _folder.TryLock("a.lock", warnings);
        Assert.NotNull(second);
        Assert.Empty(warnings.All);
    }

    [Fact]
    public void TryLock_NoFolderPossible_GoesWithoutAndSaysSo()
    {
        var warnings = new WarningList();
        using FileLock? nothing = Blocked().TryLock("a.lock", warnings);
        Assert.NotNull(nothing);
        Assert.Equal(WarningKind.NoLock, Assert.Single(warnings.All).Kind);
    }

    [Fact]
    public void Write_NoFolderPossible_IsAFault() =>
        Assert.True(PrivateFolder.IsFault(Record.Exception(
            () => Blocked().Write(Name, new SpentSteps("s", []), CacheJson.Default.SpentSteps))!));

    [Fact]
    public void Names_NoFolder_AreNone() => Assert.Empty(_folder.Names(".json"));

    public void Dispose() => _root.Dispose();

    // No permissions keep root out, a file in the place of a folder does.
    private PrivateFolder Blocked()
    {
        File.WriteAllText(_root["file"], "");
        return new PrivateFolder(_root["file", "cache"]);
    }

    private string PathOf(string name) => Path.Combine(_folder.Path, name);

    private string? Read() => _folder.Read(Name, CacheJson.Default.SpentSteps)?.MfaSerial;

    private void Write(string serial) => _folder.Write(Name, new SpentSteps(serial, []), CacheJson.Default.SpentSteps);
}
