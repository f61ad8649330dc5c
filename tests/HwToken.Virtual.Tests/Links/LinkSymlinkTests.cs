using HwToken.Virtual.Errors;
using HwToken.Virtual.Links;
using HwToken.Virtual.Tests.Support;

namespace HwToken.Virtual.Tests.Links;

public sealed class LinkSymlinkTests : IDisposable
{
    private const string Slave = "/dev/pts/4711";

    private readonly TempFolder _folder = new();

    private string Path => _folder.File("token");

    private string? Target => new FileInfo(Path).LinkTarget;

    public void Dispose() => _folder.Dispose();

    [UnixFact]
    public void Create_NothingThere_LeadsToTheSlave()
    {
        using LinkSymlink link = LinkSymlink.Create(Path, Slave);

        Assert.Equal(Slave, Target);
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    [UnixFact]
    public void Create_DanglingSymlinkThere_ReplacesIt()
    {
        File.CreateSymbolicLink(Path, "/nowhere/at/all");

        using LinkSymlink link = LinkSymlink.Create(Path, Slave);

        Assert.Equal(Slave, Target);
    }

    [UnixFact]
    public async Task Create_SymlinkToALivePseudoTerminalThere_ReplacesIt()
    {
        // The number of a killed token's pseudo-terminal is soon somebody else's.
        await using HostLink other = HostLink.Open(LinkAddress.Parse(Path));
        other.Start();

        using LinkSymlink link = LinkSymlink.Create(Path, Slave);

        Assert.Equal(Slave, Target);
    }

    [UnixFact]
    public void Create_FileThere_RefusesAndLeavesIt()
    {
        File.WriteAllText(Path, "mine");

        VirtualTokenException refusal = Assert.Throws<VirtualTokenException>(() => LinkSymlink.Create(Path, Slave));

        Assert.Equal($"{Path} exists and is not a virtual token's link", refusal.Message);
        Assert.NotEmpty(refusal.Hint);
        Assert.Equal("mine", File.ReadAllText(Path));
    }

    [UnixFact]
    public void Create_SymlinkToAFileThere_RefusesAndLeavesIt()
    {
        string file = _folder.File("file");
        File.WriteAllText(file, "mine");
        File.CreateSymbolicLink(Path, file);

        Assert.Throws<VirtualTokenException>(() => LinkSymlink.Create(Path, Slave));

        Assert.Equal(file, Target);
    }

    [UnixFact]
    public void Create_SymlinkToItselfThere_Refuses()
    {
        File.CreateSymbolicLink(Path, Path);

        Assert.Throws<VirtualTokenException>(() => LinkSymlink.Create(Path, Slave));

        Assert.Equal(Path, Target);
    }

    [UnixFact]
    public void Create_FolderThere_Refuses()
    {
        Directory.CreateDirectory(Path);

        Assert.Throws<VirtualTokenException>(() => LinkSymlink.Create(Path, Slave));

        Assert.True(Directory.Exists(Path));
    }

    [UnixFact]
    public void Create_FolderMissing_SaysWhichPath()
    {
        string path = _folder.File("missing/token");

        VirtualTokenException refusal = Assert.Throws<VirtualTokenException>(() => LinkSymlink.Create(path, Slave));

        Assert.StartsWith($"cannot make the link {path}: ", refusal.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Dispose_StillOurs_RemovesIt()
    {
        LinkSymlink.Create(Path, Slave).Dispose();

        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [UnixFact]
    public void Dispose_AnotherTokenTookThePath_LeavesItsLink()
    {
        LinkSymlink first = LinkSymlink.Create(Path, Slave);
        using LinkSymlink second = LinkSymlink.Create(Path, "/dev/pts/4712");

        first.Dispose();

        Assert.Equal("/dev/pts/4712", Target);
    }
}
