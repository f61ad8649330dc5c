using System.Diagnostics;

namespace HwToken.LocalAws.Tests.Support;

/// <summary>The program itself, as a user would start it.</summary>
internal sealed class LocalAwsProcess : IDisposable
{
    private const string Announcement = "listening on ";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly Task<string> _errors;

    private LocalAwsProcess(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "hwtoken-local-aws.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    internal int Id => _process.Id;

    /// <summary>What the program announced on stdout.</summary>
    internal string Endpoint { get; private set; } = "";

    /// <summary>Starts it and waits until it listens.</summary>
    internal static async Task<LocalAwsProcess> ServeAsync(params string[] arguments)
    {
        LocalAwsProcess process = new(arguments);
        string? line = await process._process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        Assert.StartsWith(Announcement, line, StringComparison.Ordinal);
        process.Endpoint = line![Announcement.Length..];
        return process;
    }

    /// <summary>Starts it where it cannot but end by itself.</summary>
    internal static async Task<(int Status, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using LocalAwsProcess process = new(arguments);
        return await process.EndAsync();
    }

    /// <summary>Waits for its end; the output is what was not read before.</summary>
    internal async Task<(int Status, string Output, string Errors)> EndAsync()
    {
        string output = await _process.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return (_process.ExitCode, output, await _errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
