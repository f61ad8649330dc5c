using System.Diagnostics;

namespace HwToken.Aws.Tests.Support;

/// <summary>A process of its own that gets a session: <see cref="ChildProgram"/>.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly List<string> _lines = [];

    private ChildProcess(Process process) => _process = process;

    /// <param name="wrapper">A program and its arguments that are to start this one; empty for none.</param>
    public static ChildProcess Start(TestAws aws, string profile = "default", params string[] wrapper)
    {
        string[] command = [.. wrapper, "dotnet", "exec", typeof(ChildProcess).Assembly.Location, profile];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true };
        foreach ((string name, string value) in aws.Home.Variables)
        {
            start.Environment[name] = value;
        }

        // Twenty of them start on a few cores, and none lives for long.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["TEST_SEED"] = TestAws.Seed;
        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>Reads until a line begins like this, and returns it.</summary>
    public async Task<string> WaitForAsync(params string[] beginnings)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            _lines.Add(line);
            if (beginnings.Any(b => line.StartsWith(b, StringComparison.Ordinal)))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"ended without {string.Join(" or ", beginnings)}: {string.Join(", ", _lines)}");
    }

    /// <summary>Everything that it said, once it has ended.</summary>
    public async Task<IReadOnlyList<string>> EndAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        string rest = await _process.StandardOutput.ReadToEndAsync(limit.Token);
        await _process.WaitForExitAsync(limit.Token);
        return [.. _lines, .. rest.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>SIGKILL: nothing in it runs after that.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }
}
