using HwToken.Cli.Terminal;
using HwToken.Client;
using HwToken.Client.Errors;
using HwToken.Core.Protocol;

namespace HwToken.Cli.Tokens;

/// <summary>For commands whose user waits for a code: where the token is locked, they are asked for its PIN right there.</summary>
internal static class LockedToken
{
    /// <param name="work">Begun again if the token was locked and has been opened.</param>
    public static async Task<T> RunAsync<T>(
        CliContext context, TokenClient token, OwnerPrompt prompt, Func<Task<T>> work, CancellationToken cancel)
    {
        var dialog = new PinDialog(context, token, prompt);
        try
        {
            return await work();
        }
        catch (TokenException e) when (e.Status == Status.Locked && dialog.IsPossible)
        {
            context.Trace.Write($"the token is locked");
        }

        await dialog.UnlockAsync(cancel);
        return await work();
    }
}
