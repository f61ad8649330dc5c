using System.Diagnostics;

namespace HwToken.EndToEnd.Tests;

/// <param name="Status">128 + n where signal n ended it, as in a shell.</param>
internal sealed record Result(int Status, string Output, string Error);

/// <summary>A program under way.</summary>
internal sealed class Running : IDisposable
{
    /// <summary>A guard against what hangs.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan BuildLimit = TimeSpan.FromMinutes(15);

    private readonly Process _process;
    private readonly WatchedStream _output;
    private readonly WatchedStream _error;

    private Running(Process process)
    {
        _process = process;
        _output = new WatchedStream(process.StandardOutput);
        _error = new WatchedStream(process.StandardError);
    }

    public int Id => _process.Id;

    /// <summary>
    /// Without a controlling terminal, where there would be one: prompts of a test must not appear on the developer's.
    /// </summary>
    public static Running Start(Workspace workspace, string program, params string[] arguments)
    {
        string? detach = ExternalTool.Find("setsid");
        var start = new ProcessStartInfo(detach ?? program, detach is null ? arguments : [program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workspace.Folder,
        };
        start.Environment.Clear();
        foreach ((string name, string value) in workspace.Environment)
        {
            start.Environment[name] = value;
        }

        return new Running(Process.Start(start)!);
    }

    public static async Task<Result> RunAsync(Workspace workspace, string program, params string[] arguments)
    {
        using Running running = Start(workspace, program, arguments);
        running._process.StandardInput.Close();
        return await running.EndAsync();
    }

    /// <summary>Of a build, which takes longer than anything else here, and needs the developer's own packages.</summary>
    public static async Task<Result> BuildAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [.. arguments, "--nologo", "--disable-build-servers"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root,
        };
        // What the build that runs these tests has set for itself.
        foreach (string name in start.Environment.Keys.Where(n => n.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var running = new Running(Process.Start(start)!);
        return await running.EndAsync(BuildLimit);
    }

    /// <summary>What stdout has shown so far.</summary>
    public string Output => _output.ToString();

    public StreamWriter Input => _process.StandardInput;

    /// <param name="within">Null: <see cref="Limit"/>.</param>
    public async Task<Result> EndAsync(TimeSpan? within = null)
    {
        using var limit = new CancellationTokenSource(within ?? Limit);
        await _process.WaitForExitAsync(limit.Token);
        return new Result(_process.ExitCode, await _output.ToEndAsync(), await _error.ToEndAsync());
    }

    /// <summary>Ends when stdout has shown the text.</summary>
    public Task SeesOutputAsync(string text) => _output.SeesAsync(text).WaitAsync(Limit);

    /// <summary>Ends when stderr has shown the text.</summary>
    public Task SeesErrorAsync(string text) => _error.SeesAsync(text).WaitAsync(Limit);

    /// <param name="signal">As kill(1) names it: INT, TERM, KILL.</param>
    public async Task SignalAsync(string signal)
    {
        using Process kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
