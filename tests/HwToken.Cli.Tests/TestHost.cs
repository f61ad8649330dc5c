using System.Text;
using HwToken.Cli.Errors;
using HwToken.Cli.Running;
using HwToken.Cli.Terminal;
using HwToken.Cli.Tests.Terminal;
using HwToken.Client;
using HwToken.Client.Model;
using HwToken.Client.Ports;
using HwToken.TestKit.Desktop;

namespace HwToken.Cli.Tests;

/// <summary>What a script sees of a run.</summary>
internal sealed record CliResult(ExitStatus Status, string Output, string Error);

/// <summary>A computer to run hwtoken on, in this process: nothing of it is the user's own.</summary>
internal sealed class TestHost : IDisposable
{
    /// <summary>A guard against a run that hangs, in real time. No run takes time.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <param name="second">Of the time step, where a test needs to start at one.</param>
    public TestHost(int? second = null)
    {
        Desk = new Desk(second);
        Folder = Directory.CreateTempSubdirectory("hwtoken-cli-").FullName;
        Environment = new Dictionary<string, string>
        {
            ["HOME"] = Folder,
            ["USERPROFILE"] = Folder,
            ["HWTOKEN_CACHE_DIR"] = Path.Combine(Folder, "cache"),
            ["AWS_CONFIG_FILE"] = Path.Combine(Folder, "config"),
            ["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(Folder, "credentials"),
        };
    }

    public string Folder { get; }

    public Dictionary<string, string> Environment { get; }

    public string Input { get; set; } = "";

    /// <summary>stdin where it is no text.</summary>
    public byte[]? InputBytes { get; set; }

    /// <summary>Null where nobody sits at one.</summary>
    public FakeTerminal? Terminal { get; set; }

    /// <summary>Another kind of terminal, in the place of <see cref="Terminal"/>.</summary>
    public ITerminal? Sits { get; set; }

    public bool IsOutputTerminal { get; set; }

    /// <summary>Where tokens are plugged in, and time passes.</summary>
    public Desk Desk { get; }

    /// <summary>The ports that are plugged in.</summary>
    public List<PortInfo> Ports { get; } = [];

    public TokenTimeouts Timeouts { get; set; } = new();

    /// <summary>How long to wait for another hwtoken.</summary>
    public TimeSpan BusyWait { get; set; } = new TokenFinderOptions().BusyWait;

    public RecordingNotifier Notifier { get; } = new();

    public RecordingProgramRunner Programs { get; } = new();

    /// <summary>stderr of the runs so far.</summary>
    public WatchedText Error { get; } = new();

    /// <summary>Stops the run that is under way, as Ctrl-C does.</summary>
    public Interruption Interruption { get; } = new();

    /// <summary>stdout, which a test may put something else in the place of.</summary>
    public Func<Stream>? OpenOutput { get; set; }

    /// <summary>How this computer's programs look for tokens.</summary>
    public TokenFinderOptions TokenFinding => new()
    {
        Catalog = new FixedPorts(Ports),
        LockFolder = Path.Combine(Folder, "cache"),
        BusyWait = BusyWait,
        Timeouts = Timeouts,
        Open = Desk.OpenAsync,
        TimeProvider = Desk.Time,
    };

    public async Task<CliResult> RunAsync(params string[] arguments)
    {
        int errorStart = Error.ToString().Length;
        using var kept = new MemoryStream();
        int status = await CommandLine.RunAsync(arguments, CreateHost(OpenOutput?.Invoke() ?? kept), Interruption).WaitAsync(Limit);
        return new CliResult((ExitStatus)status, Encoding.UTF8.GetString(kept.ToArray()), Error.ToString()[errorStart..]);
    }

    /// <summary>Runs, and wants success and nothing on stderr.</summary>
    /// <returns>stdout.</returns>
    public async Task<string> OutputAsync(params string[] arguments)
    {
        CliResult result = await RunAsync(arguments);
        Assert.Equal("", result.Error);
        Assert.Equal(ExitStatus.Done, result.Status);
        return result.Output;
    }

    /// <summary>Runs, and compares what a script would see: the exit status, and stderr to the letter.</summary>
    public async Task FailsAsync(ExitStatus status, string error, params string[] arguments)
    {
        CliResult result = await RunAsync(arguments);
        Assert.Equal(error.ReplaceLineEndings("\n") + "\n", result.Error);
        Assert.Equal(status, result.Status);
        Assert.Equal("", result.Output);
    }

    public void Dispose()
    {
        Interruption.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    public Host CreateHost(Stream output) => new()
    {
        Input = new MemoryStream(InputBytes ?? Encoding.UTF8.GetBytes(Input)),
        Output = output,
        Error = Error.ToWriter(),
        IsOutputTerminal = IsOutputTerminal,
        IsErrorTerminal = false,
        OpenTerminal = () => Sits ?? Terminal,
        Environment = Environment,
        Time = Desk.Time,
        Notifier = Notifier,
        Programs = Programs,
        TokenFinding = () => TokenFinding,
    };

    private sealed class FixedPorts(IReadOnlyList<PortInfo> ports) : IPortCatalog
    {
        public IReadOnlyList<PortInfo> List() => ports;
    }
}
