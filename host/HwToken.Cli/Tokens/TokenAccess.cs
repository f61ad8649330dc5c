using HwToken.Cli.Diagnostics;
using HwToken.Cli.Terminal;
using HwToken.Client;
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
        context.Trace.Write($"token {new Trace.Public(token.Serial)} at {new Trace.Public(token.Port)}, it was {token.StateAtConnect}");
        return token;
    }

    /// <exception cref="CliException">What was given is no port.</exception>
    /// <exception cref="Client.Errors.TokenClientException">No token at the port.</exception>
    public Task<IReadOnlyList<FoundToken>> ListAsync(CancellationToken cancel) => CreateFinder().ListAsync(Port, cancel);

    private PortAddress? Port
    {
        get
        {
            string? text = context.Global.Port ?? context.Host.Environment.GetValueOrDefault(PortVariable);
            if (string.IsNullOrEmpty(text))
            {
                return null;
            }

            return PortAddress.TryParse(text, out PortAddress? port, out string error)
                ? port
                : throw CliException.BadUsage(error, $"write --port or {PortVariable} as the path of a serial port");
        }
    }

    private TokenFinder CreateFinder()
    {
        context.Trace.Write($"looking for a token at {new Trace.Public(Port?.Text ?? "any port")}");
        return new TokenFinder(context.Host.TokenFinding() with
        {
            Waiting = port => prompt.Show($"waiting for another hwtoken that uses {port}"),
        });
    }
}
