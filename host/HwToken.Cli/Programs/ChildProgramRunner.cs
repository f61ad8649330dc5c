using System.ComponentModel;
using System.Diagnostics;

namespace HwToken.Cli.Programs;

/// <summary>
/// The program as a child, where the system knows no replacement (Windows). The console sends Ctrl-C to both; this
/// process ignores it and waits for what the program makes of it.
/// </summary>
internal sealed class ChildProgramRunner : IProgramRunner
{
    public async Task<int> RunAsync(ProgramStart start)
    {
        string path = ProgramPath.Find(start.FileName, start.Environment);
        var info = new ProcessStartInfo(path, start.Arguments) { UseShellExecute = false };
        info.Environment.Clear();
        foreach ((string name, string value) in start.Environment)
        {
            info.Environment[name] = value;
        }

        try
        {
            using Process process = Process.Start(info)!;
            await process.WaitForExitAsync();
            return process.ExitCode;
        }
        catch (Win32Exception e)
        {
            throw new CliException(ExitStatus.CannotExecute, $"cannot run {path}: {e.Message}");
        }
    }
}
