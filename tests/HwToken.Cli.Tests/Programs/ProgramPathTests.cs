
using HwToken.Cli.Errors;
using HwToken.Cli.Programs;

namespace HwToken.Cli.Tests.Programs;

public sealed class ProgramPathTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hwtoken-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Make(string folder, string name, bool executable)
    {
        Directory.CreateDirectory(Path.Combine(_folder, folder));
        string path = Path.Combine(_folder, folder, name);
        File.WriteAllText(path, "#!/bin/sh\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | (executable ? UnixFileMode.UserExecute : 0));
        }

        return path;
    }

    private Dictionary<string, string> PathOf(params string[] folders) =>
        new() { ["PATH"] = string.Join(Path.PathSeparator, folders.Select(f => Path.Combine(_folder, f))) };

    [Fact]
    public void Find_Name_IsTheFirstExecutableInPath()
    {
        Make("first", "tool", executable: false);
        string second = Make("second", "tool", executable: true);
        Make("third", "tool", executable: true);
        Assert.Equal(second, ProgramPath.Find("tool", PathOf("absent", "first", "second", "third")));
    }

    [Fact]
    public void Find_Path_IsNotLookedUp()
    {
        string path = Make("first", "tool", executable: true);
        Assert.Equal(path, ProgramPath.Find(path, PathOf("second")));
    }

    [Fact]
    public void Find_Absent_Is127()
    {
        CliException e = Assert.Throws<CliException>(() => ProgramPath.Find("tool", PathOf("first")));
        Assert.Equal(127, (int)e.Status);
        Assert.Equal("command not found: tool", e.Message);
        Assert.Equal("check its spelling and PATH, or give its path", e.Hint);
    }

    [Fact]
    public void Find_NotExecutable_Is126()
    {
        string path = Make("first", "tool", executable: false);
        CliException e = Assert.Throws<CliException>(() => ProgramPath.Find("tool", PathOf("first")));
        Assert.Equal(126, (int)e.Status);
        Assert.Equal($"{path} is not executable", e.Message);
    }
}
