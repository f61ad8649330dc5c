using HwToken.Cli.Terminal;
using HwToken.Client;

namespace HwToken.Cli.Tokens;

/// <summary>What the commands about a token have in common: connect, ask, and leave the terminal clean.</summary>
internal static class TokenSession
{
    /// <param name="work">Given the token, and the prompt for requests that need its owner.</param>
    /// <exception cref="Client.Errors.TokenClientException">No token, or its answer is no.</exception>
    public static async Task<T> UseAsync<T>(
        CliContext context, Func<TokenClient, OwnerPrompt, Task<T>> work, CancellationToken cancel)
    {
        using OwnerPrompt prompt = context.CreatePrompt();
        await using TokenClient token = await new TokenAccess(context, prompt).ConnectAsync(cancel);
        return await work(token, prompt);
    }
}
