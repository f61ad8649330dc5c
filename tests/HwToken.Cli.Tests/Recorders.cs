using HwToken.Cli.Programs;
using HwToken.Cli.Terminal;

namespace HwToken.Cli.Tests;

internal sealed class RecordingNotifier : INotifier
{
    public List<string> Notifications { get; } = [];

    public void Notify(string title, string text) => Notifications.Add($"{title}: {text}");
}

internal sealed class RecordingProgramRunner : IProgramRunner
{
    public List<ProgramStart> Starts { get; } = [];

    public int ExitStatus { get; set; }

    public Task<int> RunAsync(ProgramStart start)
    {
        Starts.Add(start);
        return Task.FromResult(ExitStatus);
    }
}
