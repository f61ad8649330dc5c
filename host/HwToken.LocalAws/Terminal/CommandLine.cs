using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;

namespace HwToken.LocalAws.Terminal;

/// <summary>The options of hwtoken-local-aws.</summary>
internal static class CommandLine
{
    private static readonly Option<IPEndPoint> Listen = new("--listen")
    {
        HelpName = "127.0.0.1:PORT",
        Description = "the loopback address to listen on; port 0 takes a free one",
        DefaultValueFactory = _ => new IPEndPoint(IPAddress.Loopback, 0),
        CustomParser = ParseListen,
    };

    private static readonly Option<string> Config = new("--config")
    {
        HelpName = "FILE",
        Description = "the account, its users, keys, MFA devices and roles, in JSON: MADE-UP KEYS ONLY",
        Required = true,
    };

    private static readonly Option<string?> Log = new("--log")
    {
        HelpName = "FILE",
        Description = "append one JSON line per request, without secrets",
    };

    /// <param name="run">Gets what the command line asks for, and returns the exit status.</param>
    internal static RootCommand Build(Func<RunOptions, Task<int>> run)
    {
        RootCommand command = new(
            "A stand-in for AWS STS on loopback, for tests and demonstrations. It checks signatures and MFA codes as AWS "
            + "does, evaluates no policies, and nothing it hands out is good for anything at AWS.")
        {
            Listen, Config, Log,
        };
        command.SetAction(result => run(
            new RunOptions(result.GetRequiredValue(Listen), result.GetRequiredValue(Config), result.GetValue(Log))));
        return command;
    }

    private static IPEndPoint? ParseListen(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (text.Contains(':') && IPEndPoint.TryParse(text, out IPEndPoint? endPoint))
        {
            return endPoint;
        }

        result.AddError($"--listen takes an address and a port, as 127.0.0.1:0, not '{text}'");
        return null;
    }
}

/// <summary>What the command line asks for.</summary>
internal sealed record RunOptions(IPEndPoint Listen, string ConfigFile, string? LogFile);
