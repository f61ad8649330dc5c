using HwToken.Cli.Terminal;
using HwToken.Client;
using HwToken.Client.Errors;
using HwToken.Client.Model;
using HwToken.Core.Protocol;

namespace HwToken.Cli.Tokens;

/// <summary>What the commands about a token have in common: connect, ask, and leave the terminal clean.</summary>
internal static class TokenSession
{
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
            // Locked for ever: to give the PIN is no cure.
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
}
