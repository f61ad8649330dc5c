// Reaching a token, and telling its owner what it waits for.
using HwToken.Cli.Errors;
using HwToken.Cli.Output;
using HwToken.Cli.Running;
using HwToken.Cli.Terminal;
using HwToken.Client;
using HwToken.Client.Errors;
using HwToken.Client.Model;
using HwToken.Client.Transports;
using HwToken.Core.Protocol;

namespace HwToken.Cli.Access;

/// <summary>Finds the token that the command line means, or the only one there is.</summary>
internal sealed class TokenAccess(CliContext context, OwnerPrompt prompt)
{
    private const string PortVariable = "HWTOKEN_PORT";

    /// <param name="work">Given the token, and the prompt for requests that need its owner.</param>
    /// <exception cref="TokenClientException">No token, or its answer is no.</exception>
    public static async Task<T> UseAsync<T>(
        CliContext context, Func<TokenClient, OwnerPrompt, Task<T>> work, CancellationToken cancel)
    {
        using OwnerPrompt prompt = context.CreatePrompt();
        await using TokenClient token = await new TokenAccess(context, prompt).ConnectAsync(cancel);
        try
        {
            return await work(token, prompt);
        }
        catch (TokenException e) when (e.Status == Status.Locked)
        {
            // Blocked for good: the PIN does not help.
            TokenInfo info = await token.GetInfoAsync(cancel);
            throw info.Pin.IsBlocked ? new TokenException(Status.PinBlocked, "") : e;
        }
    }

    /// <summary>Likewise with several tokens, all of them connected before <paramref name="work"/> begins.</summary>
    /// <param name="also">Ports besides the one that the command line names.</param>
    /// <exception cref="TokenClientException">One of them is no token, or its answer is no.</exception>
    public static async Task UseAllAsync(
        CliContext context,
        OwnerPrompt prompt,
        IReadOnlyList<string> also,
        Func<IReadOnlyList<TokenClient>, Task> work,
        CancellationToken cancel)
    {
        IReadOnlyList<TokenClient> tokens = await new TokenAccess(context, prompt).ConnectAllAsync(also, cancel);
        try
        {
            await work(tokens);
        }
        finally
        {
            prompt.Clear();
            foreach (TokenClient token in tokens)
            {
                await token.DisposeAsync();
            }
        }
    }

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

/// <summary>Tells the owner what the token waits for.</summary>
internal sealed class OwnerProgress : IProgress<TokenWait>
{
    private readonly OwnerPrompt _prompt;
    private readonly string _gesture;
    private readonly string _request;

    private OwnerProgress(OwnerPrompt prompt, string gesture, string request)
    {
        _prompt = prompt;
        _gesture = gesture;
        _request = request;
    }

    /// <param name="request">What the press is for, as few words as the token's own screen has: "store github:alice".</param>
    public static OwnerProgress Press(OwnerPrompt prompt, string request) => new(prompt, "press the button on the token", request);

    /// <summary>Likewise, after AWS has refused a code as it refuses one that was used before.</summary>
    public static OwnerProgress PressAgain(OwnerPrompt prompt, string request) =>
        new(prompt, "AWS refused the code, maybe as used: press again for the next one", request);

    /// <summary>Likewise, where several tokens are plugged in.</summary>
    /// <param name="serial">Of the one that asks, as its screen shows it.</param>
    public static OwnerProgress PressOn(string serial, OwnerPrompt prompt, string request) =>
        new(prompt, $"press the button on the token {serial}", request);

    /// <inheritdoc cref="Press"/>
    public static OwnerProgress Hold(OwnerPrompt prompt, string request) => new(prompt, "hold the button on the token", request);

    public void Report(TokenWait value)
    {
        int? seconds = value.AtMost is TimeSpan time ? (int)time.TotalSeconds : null;
        switch (value.Reason)
        {
            case TokenWaitReason.Press:
                _prompt.Announce(_gesture, seconds, _request);
                break;
            case TokenWaitReason.Work:
                _prompt.Show("the token computes", about: _request);
                break;
            default:
                _prompt.Announce("agreed; waiting for the next code", seconds, _request);
                break;
        }
    }
}
