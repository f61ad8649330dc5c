using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;
using HwToken.Base.Files;

namespace HwToken.Base.Tests.Files;

[UnsupportedOSPlatform("windows")]
public sealed class PrivateFolderTests : IDisposable
{
    private const UnixFileMode OwnerReadsAndWrites = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Everybody = (UnixFileMode)0x1FF;
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
    public void Write_FolderThatOthersMayUse_ClosesItAndNotTheOneAbove()
    {
        const UnixFileMode Others = (UnixFileMode)0x1ED; // 0755
        Directory.CreateDirectory(_folder.Path);
        File.SetUnixFileMode(_folder.Path, Everybody);
        File.SetUnixFileMode(_root["new"], Others);
        Write("serial");
        Assert.Equal(OwnerReadsAndWrites | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.Path));
        Assert.Equal(Others, File.GetUnixFileMode(_root["new"]));
    }

    [UnixTheory]
    [InlineData("new")]
    [InlineData("")]
    public void Write_FolderAboveWhereOthersMayExchangeIt_IsRefusedWithTheCure(string above)
    {
        string folder = _root[above].TrimEnd('/');
        Directory.CreateDirectory(_root["new"]);
        File.SetUnixFileMode(folder, Everybody);
        foreach (Action attempt in (Action[])[() => Write("serial"), () => _folder.TryLock("a.lock")])
        {
            Assert.Contains($"(chmod o-w {folder}, or ", Assert.Throws<IOException>(attempt).Message, StringComparison.Ordinal);
        }

        Assert.False(Directory.Exists(_folder.Path));
    }

    [UnixFact]
    public void Write_StickyFolderAbove_IsGoodEnough()
    {
        Directory.CreateDirectory(_root["new"]);
        File.SetUnixFileMode(_root["new"], Everybody | UnixFileMode.StickyBit);
        Write("serial");
        Assert.Equal("serial", Read());
    }

    [TheoryNeeding("mkfifo")]
    [MemberData(nameof(Obstacles))]
    public async Task Read_SomethingElse_IsAnObstacleAndNeverWaits(string kind)
    {
        Put(kind, Name);
        AssertObstacle(await ThrowsAtOnceAsync(() => Read()), Name);
    }

    [TheoryNeeding("mkfifo")]
    [MemberData(nameof(Obstacles))]
    public async Task TryLock_SomethingElse_IsAnObstacleAndNeverWaits(string kind)
    {
        Put(kind, "a.lock");
        AssertObstacle(await ThrowsAtOnceAsync(() => _folder.TryLock("a.lock")), "a.lock");
    }

    [TheoryNeeding("mkfifo")]
    [MemberData(nameof(Obstacles))]
    public void Write_SomethingElse_IsReplacedUnlessItIsAFolder(string kind)
    {
        foreach (string name in (string[])[Name, Name + ".tmp"])
        {
            Put(kind, name);
            if (kind == "folder")
            {
                AssertObstacle(Assert.Throws<ObstacleException>(() => Write("serial")), name);
                Directory.Delete(PathOf(name));
            }
            else
            {
                Write("serial");
                Assert.Equal("serial", Read());
            }
        }

        Assert.False(File.Exists(_root["target"]) && File.ReadAllText(_root["target"]).Length > 0);
    }

    [UnixTheory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void Read_FileThatOthersMayUse_IsAFault(UnixFileMode others)
    {
        Write("serial");
        File.SetUnixFileMode(PathOf(Name), OwnerReadsAndWrites | others);
        Assert.Contains(PathOf(Name), Assert.Throws<IOException>(Read).Message, StringComparison.Ordinal);
        Write("again");
        Assert.Equal("again", Read());
        Assert.Equal(OwnerReadsAndWrites, File.GetUnixFileMode(PathOf(Name)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData((64 * 1024) + 1)]
    public void Read_EmptyOrFarTooLong_IsAFault(int length)
    {
        Write("serial");
        File.WriteAllText(PathOf(Name), new string(' ', length));
        Assert.Throws<IOException>(Read);
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
        FileLock? first = _folder.TryLock("a.lock");
        Assert.NotNull(first);
        Assert.Null(_folder.TryLock("a.lock"));
        using FileLock? other = _folder.TryLock("b.lock");
        Assert.NotNull(other);
        first.Dispose();
        Assert.True(File.Exists(PathOf("a.lock")));
        using FileLock? second = _folder.TryLock("a.lock");
        Assert.NotNull(second);
    }

    [Fact]
    public void TryLock_NoFolderPossible_IsAFaultAndNotALock() =>
        Assert.True(PrivateFolder.IsFault(Record.Exception(() => Blocked().TryLock("a.lock"))!));

    [Fact]
    public void Write_NoFolderPossible_IsAFault() =>
        Assert.True(PrivateFolder.IsFault(Record.Exception(
            () => Blocked().Write(Name, "s"u8))!));

    [Fact]
    public void Names_NoFolder_AreNone() => Assert.Empty(_folder.Names(".json"));

    public static TheoryData<string> Obstacles => ["fifo", "socket", "folder", "link"];

    public void Dispose() => _root.Dispose();

    // A wait for a FIFO's other end has none: the time is only for a test that fails.
    private static Task<ObstacleException> ThrowsAtOnceAsync(Action attempt) =>
        Assert.ThrowsAsync<ObstacleException>(() => Task.Run(attempt).WaitAsync(TimeSpan.FromMinutes(1)));

    private static void AssertObstacle(ObstacleException e, string name)
    {
        Assert.Contains($"/{name} is a", e.Message, StringComparison.Ordinal);
        Assert.Contains($"/{name}: ", e.Hint, StringComparison.Ordinal);
    }

    private void Put(string kind, string name)
    {
        Directory.CreateDirectory(_folder.Path);
        switch (kind)
        {
            case "fifo":
                using (var mkfifo = Process.Start("mkfifo", [PathOf(name)]))
                {
                    mkfifo.WaitForExit();
                }

                break;
            case "socket":
                using (var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
                {
                    socket.Bind(new UnixDomainSocketEndPoint(PathOf(name) + "-"));
                    File.Move(PathOf(name) + "-", PathOf(name)); // closing it removes only the name that it was bound to
                }

                break;
            case "folder":
                Directory.CreateDirectory(PathOf(name));
                break;
            default:
                File.WriteAllText(_root["target"], "");
                File.CreateSymbolicLink(PathOf(name), _root["target"]);
                break;
        }
    }

    // No permissions keep root out, a file in the place of a folder does.
    private PrivateFolder Blocked()
    {
        File.WriteAllText(_root["file"], "");
        return new PrivateFolder(_root["file", "cache"]);
    }

    private string PathOf(string name) => Path.Combine(_folder.Path, name);

    private string? Read() => _folder.Read(Name) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    private void Write(string content) => _folder.Write(Name, Encoding.UTF8.GetBytes(content));
}
