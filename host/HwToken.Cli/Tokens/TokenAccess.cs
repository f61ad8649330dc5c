using HwToken.Cli.Diagnostics;
using HwToken.Cli.Terminal;
using HwToken.Client;
using HwToken.Client.Model;
using HwToken.Client.Transports;

namespace HwToken.Cli.Tokens;

/// <summary>Finds the token that the command line means, or the only one there is.</summary>
internal sealed class TokenAccess(CliContext context, OwnerPrompt prompt)
{
    private const string PortVariable = "HWTOKEN_PORT";

    /// <exception cref="CliException">What was given is no port.</exception>
    /// <exception cref="Client.Errors.TokenClientException">No token.</exception>
    public async Task<TokenClient> ConnectAsync(CancellationToken cancel)
    {
        TokenClient token = await CreateFinder().ConnectAsync(Port, cancel);
        prompt.Clear();
        TraceConnected(token);
        return token;
    }

    /// <summary>All of them or none, so that nothing is asked of the first while another may be missing.</summary>
    /// <param name="also">Ports besides the one that the command line names.</param>
    /// <exception cref="CliException">What was given is no port, or one port twice; or the first is not named.</exception>
    /// <exception cref="Client.Errors.TokenClientException">No token at one of them.</exception>
    public async Task<IReadOnlyList<TokenClient>> ConnectAllAsync(IReadOnlyList<string> also, CancellationToken cancel)
    {
        if (also.Count == 0)
        {
            return [await ConnectAsync(cancel)];
        }

        // Where several are plugged in, "the only one" names none of them.
        PortAddress first = Port ?? throw CliException.BadUsage(
            "--also names a further token, and nothing names the first", $"name it with --port or {PortVariable}");
        PortAddress[] ports = [first, .. also.Select(text => Parsed(text, "--also"))];
        for (int i = 1; i < ports.Length; i++)
        {
            if (ports.Take(i).FirstOrDefault(ports[i].IsSamePortAs) is PortAddress twin)
            {
                throw CliException.BadUsage($"{ports[i]} is the same port as {twin}", "name each token once");
            }
        }

        IReadOnlyList<TokenClient> tokens = await CreateFinder().ConnectAllAsync(ports, cancel);
        prompt.Clear();
        foreach (TokenClient token in tokens)
        {
            TraceConnected(token);
        }

        return tokens;
    }

    /// <exception cref="CliException">What was given is no port.</exception>
    /// <exception cref="Client.Errors.TokenClientException">No token at the port.</exception>
    public Task<IReadOnlyList<FoundToken>> ListAsync(CancellationToken cancel) => CreateFinder().ListAsync(Port, cancel);

    private PortAddress? Port
    {
        get
        {
            string? text = context.Global.Port ?? context.Host.Environment.GetValueOrDefault(PortVariable);
            return string.IsNullOrEmpty(text) ? null : Parsed(text, $"--port or {PortVariable}");
        }
    }

    private static PortAddress Parsed(string text, string option) =>
        PortAddress.TryParse(text, out PortAddress? port, out string error) ? port : throw CliException.BadUsage(error, $"write {option} as the path of a serial port");

    private void TraceConnected(TokenClient token) => context.Trace.Write(
        $"token {new Trace.Public(token.Serial)} at {new Trace.Public(token.Port)}, it was {token.StateAtConnect}");

    private TokenFinder CreateFinder()
    {
        context.Trace.Write($"looking for a token at {new Trace.Public(Port?.Text ?? "any port")}");
        return new TokenFinder(context.Host.TokenFinding() with
        {
            TimeProvider = context.Host.Time,
            Waiting = port => prompt.Announce($"waiting for another hwtoken that uses {port}"),
        });
    }
}
