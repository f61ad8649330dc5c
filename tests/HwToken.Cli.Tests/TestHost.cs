using System.Text;
using HwToken.Cli.Programs;
using HwToken.Cli.Terminal;
using HwToken.Cli.Tests.Terminal;

namespace HwToken.Cli.Tests;

/// <summary>A world for one run of hwtoken in this process: what it prints and asks is kept, nothing is the user's.</summary>
internal sealed class TestHost : IDisposable
{
    private readonly MemoryStream _output = new();
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public Interruption Interruption { get; } = new();

    public Dictionary<string, string> Environment { get; } = [];

    public string Input { get; init; } = "";

    public FakeTerminal? Terminal { get; init; }

    public bool IsOutputTerminal { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public RecordingNotifier Notifier { get; } = new();

    public RecordingProgramRunner Programs { get; } = new();

    public string Output => Encoding.UTF8.GetString(_output.ToArray());

    public string Error => _error.ToString();

    public Task<int> RunAsync(params string[] arguments) => CommandLine.RunAsync(
        arguments,
        new Host
        {
            Input = new MemoryStream(Encoding.UTF8.GetBytes(Input)),
            Output = _output,
            Error = _error,
            IsOutputTerminal = IsOutputTerminal,
            IsErrorTerminal = false,
            OpenTerminal = () => Terminal,
            Environment = Environment,
            Time = Time,
            Notifier = Notifier,
            Programs = Programs,
        },
        Interruption);

    /// <summary>Runs, and compares what a script would see: the exit status, and stderr to the letter.</summary>
    public async Task FailsAsync(ExitStatus status, string error, params string[] arguments)
    {
        int actual = await RunAsync(arguments);
        Assert.Equal(error.ReplaceLineEndings("\n") + "\n", Error);
        Assert.Equal(status, (ExitStatus)actual);
        Assert.Equal("", Output);
    }

    public void Dispose()
    {
        Interruption.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

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
}
