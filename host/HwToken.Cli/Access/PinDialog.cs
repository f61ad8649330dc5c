// Asks for the PIN of a token, where a command needs it open.
using HwToken.Cli.Errors;
using HwToken.Cli.Running;
using HwToken.Cli.Terminal;
using HwToken.Client;
using HwToken.Client.Errors;
using HwToken.Client.Model;
using HwToken.Core.Protocol;

namespace HwToken.Cli.Access;

/// <summary>Asks somebody at the terminal for a PIN, which this computer does not learn: they type letters.</summary>
internal sealed class PinDialog(CliContext context, TokenClient token, OwnerPrompt prompt)
{
    /// <summary>Room for blanks between twelve letters, and some to spare, so that too long an entry is seen to be one.</summary>
    private const int MaxLine = 40;

    private const string Question = "Type the letters that the token shows beside your PIN's digits (not shown here): ";
    private const string NewQuestion = "Type the letters that the token shows beside the new PIN's digits (not shown here): ";
    private const string AgainQuestion = "Once more: ";

    /// <summary>Whether somebody could be asked.</summary>
    public bool IsPossible => context.Terminal.Value is { CanRead: true };

    /// <summary>Opens the token; or has the owner of an open one show that it is them.</summary>
    public async Task UnlockAsync(CancellationToken cancel)
    {
        ITerminal terminal = Terminal();
        await token.BeginUnlockAsync(OwnerProgress.Press(prompt, "enter its PIN"), cancel);
        await EnterAsync(() => ReadAsync(terminal, Question, cancel), "check the PIN", cancel);
    }

    /// <summary>Sets a PIN; where there is one, asks for it first.</summary>
    public async Task SetAsync(int maxTries, bool erases, CancellationToken cancel)
    {
        ITerminal terminal = Terminal("use a terminal: a new PIN cannot be typed on the token itself");
        await GiveFirstAsync(cancel);
        await token.BeginSetPinAsync(maxTries, erases, OwnerProgress.Press(prompt, "set a PIN"), cancel);
        await EnterAsync(() => ReadTwiceAsync(terminal, cancel), "store the PIN", cancel);
    }

    /// <summary>Takes the PIN off, after asking for it.</summary>
    public async Task RemoveAsync(CancellationToken cancel)
    {
        Terminal();
        if (!await GiveFirstAsync(cancel))
        {
            throw new TokenException(Status.PinNotSet, "");
        }

        await token.RemovePinAsync(OwnerProgress.Hold(prompt, "remove its PIN"), cancel);
    }

    /// <returns>False if there is none.</returns>
    private async Task<bool> GiveFirstAsync(CancellationToken cancel)
    {
        TokenInfo info = await token.GetInfoAsync(cancel);
        if (info.Pin.IsSet)
        {
            await UnlockAsync(cancel);
        }

        return info.Pin.IsSet;
    }

    /// <summary>Sends what was read; where nothing was, takes the letters off the token's screen.</summary>
    private async Task EnterAsync(Func<Task<PinLetters>> read, string what, CancellationToken cancel)
    {
        prompt.Clear();
        PinLetters letters;
        try
        {
            letters = await read();
        }
        catch
        {
            await token.CancelAsync(CancellationToken.None);
            throw;
        }

        using (letters)
        {
            try
            {
                await token.EnterPinAsync(letters, OwnerProgress.Press(prompt, what), cancel);
            }
            catch (TokenException e) when (e.Status == Status.TimedOut)
            {
                throw new CliException(
                    ExitStatus.TokenRefused, "the letters had gone from the token's screen", "they stay for a minute: start over");
            }
            finally
            {
                prompt.Clear();
            }
        }
    }

    private static async Task<PinLetters> ReadTwiceAsync(ITerminal terminal, CancellationToken cancel)
    {
        PinLetters first = await ReadAsync(terminal, NewQuestion, cancel);
        try
        {
            using PinLetters second = await ReadAsync(terminal, AgainQuestion, cancel);
            return first.IsSameAs(second)
                ? first
                : throw new CliException(ExitStatus.Failed, "the two entries differ; the PIN was not changed", "start over");
        }
        catch
        {
            first.Dispose();
            throw;
        }
    }

    private static async Task<PinLetters> ReadAsync(ITerminal terminal, string question, CancellationToken cancel)
    {
        using TypedLine line = await TypedLine.ReadAsync(terminal, question, hidden: true, MaxLine, cancel);
        return PinLetters.TryParse(line.Text) ?? throw NoLetters(line.Text);
    }

    private static CliException NoLetters(ReadOnlySpan<char> typed) => typed.ContainsAnyInRange('0', '9')
        ? new CliException(
            ExitStatus.Failed,
            "that had digits in it; no try was used",
            "type the letters beside the PIN's digits, so that this computer does not learn it")
        : new CliException(ExitStatus.Failed, "those are not 4 to 12 letters from a to j; no try was used", "start over");

    private ITerminal Terminal(string hint = "type the PIN on the token itself, or use a terminal") =>
        context.Terminal.Value is { CanRead: true } terminal
            ? terminal
            : throw CliException.BadUsage("there is no terminal to type the letters on", hint);
}

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
