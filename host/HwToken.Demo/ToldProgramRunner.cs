using System.Diagnostics;
using HwToken.Cli.Programs;

namespace HwToken.Demo;

/// <summary>Runs a program as a process of its own, and tells what it prints.</summary>
internal sealed class ToldProgramRunner(IStage stage) : IProgramRunner
{
    public async Task<int> RunAsync(ProgramStart start)
    {
        var info = new ProcessStartInfo(ProgramPath.Find(start.FileName, start.Environment), start.Arguments)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        info.Environment.Clear();
        foreach ((string name, string value) in start.Environment)
        {
            info.Environment[name] = value;
        }

        using Process process = Process.Start(info)!;
        while (await process.StandardOutput.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            stage.Say($"  {line}");
        }

        await process.WaitForExitAsync().ConfigureAwait(false);
        return process.ExitCode;
    }
}
