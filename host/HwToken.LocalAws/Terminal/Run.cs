using System.Runtime.InteropServices;
using HwToken.LocalAws.Configuration;
using HwToken.LocalAws.Errors;
using HwToken.LocalAws.Records;

namespace HwToken.LocalAws.Terminal;

/// <summary>One run of the program: a server, until a signal ends it.</summary>
internal static class Run
{
    private const int Done = 0;
    private const int Failed = 1;

    /// <returns>The exit status.</returns>
    internal static async Task<int> ServeAsync(RunOptions options)
    {
        try
        {
            await ServeUntilSignalAsync(options).ConfigureAwait(false);
            return Done;
        }
        catch (LocalAwsException e)
        {
            Printer.Print(Console.Error, e.Message, e.Hint);
            return Failed;
        }
    }

    private static async Task ServeUntilSignalAsync(RunOptions options)
    {
        TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using RequestLog? log = options.LogFile is { } path ? OpenLog(path) : null;
        LocalAwsOptions serverOptions = new()
        {
            Listen = options.Listen,
            Log = record => Write(log, record),
            Fault = Report,
        };
        await using LocalAwsServer server = await LocalAwsServer.StartAsync(ConfigJson.Load(options.ConfigFile), serverOptions)
            .ConfigureAwait(false);

        Console.Error.WriteLine($"{Printer.Program}: a stand-in for AWS STS; nothing it hands out is good for anything at AWS");
        Console.Out.WriteLine($"listening on {server.Endpoint.GetLeftPart(UriPartial.Authority)}");
        await ended.Task.ConfigureAwait(false);

        void End(PosixSignalContext context)
        {
            context.Cancel = true;
            ended.TrySetResult();
        }
    }

    private static RequestLog OpenLog(string path)
    {
        try
        {
            return new RequestLog(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LocalAwsException($"cannot write the log: {e.Message}", "--log names a file in a folder that exists", e);
        }
    }

    // The request was dealt with: a log that cannot be written must not change its answer.
    private static void Write(RequestLog? log, RequestRecord record)
    {
        try
        {
            log?.Write(record);
        }
        catch (IOException e)
        {
            Printer.Print(Console.Error, $"request {record.RequestId} is not in the log: {e.Message}", "make room on the disk");
        }
    }

    private static void Report(Exception e) =>
        Printer.Print(Console.Error, $"a defect: {e}", "report it, with the request that did it");
}

/// <summary>The one place that says what went wrong.</summary>
internal static class Printer
{
    internal const string Program = "hwtoken-local-aws";

    /// <param name="message">Lower case, no full stop.</param>
    /// <param name="hint">What to do about it.</param>
    internal static void Print(TextWriter error, string message, string hint)
    {
        error.WriteLine($"{Program}: {message}");
        error.WriteLine($"hint: {hint}");
    }
}
