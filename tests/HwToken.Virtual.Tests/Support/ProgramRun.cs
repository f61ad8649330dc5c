using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace HwToken.Virtual.Tests.Support;

/// <summary>hwtoken-virtual as a process of its own.</summary>
internal sealed partial class ProgramRun : IDisposable
{
    private readonly Process _process;

    internal ProgramRun(params string[] args)
    {
        _process = Start("dotnet", ["exec", Assembly, .. args]);
    }

    private ProgramRun(Process process)
    {
        _process = process;
    }

    private static string Assembly => typeof(VirtualToken).Assembly.Location;

    internal StreamWriter Input => _process.StandardInput;

    /// <summary>With a runtime folder of the user's, as a desktop session has one.</summary>
    internal static ProgramRun InRuntimeFolder(string folder, params string[] args) =>
        new(Start("dotnet", ["exec", Assembly, .. args], ("XDG_RUNTIME_DIR", folder)));

    /// <summary>On a terminal of script(1) of util-linux, of 80 columns and 24 rows; standard error is there too.</summary>
    internal static ProgramRun OnTerminal(params string[] args) => new(Start(
        "script",
        ["--quiet", "--return", "--command", $"stty cols 80 rows 24; dotnet exec {Assembly} {string.Join(' ', args)}", "/dev/null"]));

    /// <summary>The next line of standard output; null at its end.</summary>
    internal Task<string?> ReadLineAsync() => _process.StandardOutput.ReadLineAsync().WaitAsync(Eventually.Limit);

    /// <summary>Everything up to and with a text, for output whose lines have carriage returns in them.</summary>
    internal async Task<string> ReadToAsync(string end)
    {
        StringBuilder text = new();
        char[] next = new char[1];
        do
        {
            Assert.Equal(1, await _process.StandardOutput.ReadAsync(next).AsTask().WaitAsync(Eventually.Limit));
            text.Append(next[0]);
        }
        while (!text.ToString().EndsWith(end, StringComparison.Ordinal));

        return text.ToString();
    }

    /// <summary>Reads the line that says where the link is.</summary>
    internal async Task<string> ReadyAsync()
    {
        const string Ready = "ready: ";
        string? line = await ReadLineAsync();
        Assert.StartsWith(Ready, line, StringComparison.Ordinal);
        return line![Ready.Length..];
    }

    internal async Task<string[]> TellAsync(string command)
    {
        await Input.WriteLineAsync(command);
        List<string> answer = [];
        do
        {
            answer.Add((await ReadLineAsync())!);
        }
        while (answer[^1] != "ok" && !answer[^1].StartsWith("error: ", StringComparison.Ordinal));

        return [.. answer];
    }

    internal void Signal(PosixSignal signal)
    {
        int number = signal switch
        {
            PosixSignal.SIGHUP => 1,
            PosixSignal.SIGINT => 2,
            _ => 15,
        };
        Assert.Equal(0, Kill(_process.Id, number));
    }

    /// <returns>The exit status, the rest of standard output, and standard error.</returns>
    internal async Task<(int Status, string Output, string Error)> EndAsync()
    {
        using CancellationTokenSource limit = new(Eventually.Limit);
        Task<string> output = _process.StandardOutput.ReadToEndAsync(limit.Token);
        Task<string> error = _process.StandardError.ReadToEndAsync(limit.Token);
        await _process.WaitForExitAsync(limit.Token);
        return (_process.ExitCode, await output, await error);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private static Process Start(string program, string[] args, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new(program)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach ((string name, string value) in ((string, string)[])[("NO_COLOR", "1"), ("TERM", "xterm"), .. environment])
        {
            start.Environment[name] = value;
        }

        foreach (string arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        return Process.Start(start)!;
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
