// hwtoken pin, and its commands set, remove, unlock, lock and status.
using System.CommandLine;
using System.Globalization;
using HwToken.Cli.Access;
using HwToken.Cli.Errors;
using HwToken.Cli.Output;
using HwToken.Cli.Reports;
using HwToken.Cli.Running;
using HwToken.Client.Errors;
using HwToken.Client.Model;
using HwToken.Core.Protocol;
using Command = System.CommandLine.Command;

namespace HwToken.Cli.Pin;

/// <param name="Tries">Wrong PINs in a row until the end.</param>
/// <param name="Erases">What the end is.</param>
internal sealed record SetPinInput(int Tries, bool Erases);

/// <summary><c>hwtoken pin</c>: a PIN that the token's codes wait for.</summary>
internal static class PinCommand
{
    private const string HowToType = """
        This computer does not learn the PIN: agree on the token, then type the letters that its screen shows beside the
        PIN's digits. They are others each time, and stay for a minute.
        """;

    public static Command Create(CommandRunner run) => new("pin", "Set, remove and give the PIN that locks the token")
    {
        CreateSet(run),
        CreateRemove(run),
        CreateUnlock(run),
        CreateLock(run),
        CreateStatus(run),
    };

    private static DocumentedCommand CreateSet(CommandRunner run)
    {
        var tries = new Option<string?>("--tries")
        {
            Description = $"Wrong PINs in a row until the end, {Limits.MinPinTries} to {Limits.MaxPinTries} [default: {Limits.DefaultPinTries}]",
            HelpName = "N",
        };
        var erase = new Option<bool>("--erase-after-last") { Description = "The end is that the token erases everything" };
        var stay = new Option<bool>("--lock-after-last") { Description = "The end is that it stays locked until it is wiped (the default)" };
        var command = new DocumentedCommand(
            "set",
            "Give the token a PIN, or another one, after a press",
            $"""
            {HowToType}
            A PIN has {Limits.MinPinDigits} to {Limits.MaxPinDigits} digits. Where there is one, it is asked for first. From its next start on the
            token is locked, and so is an open one 15 minutes after its button was last pressed. Set it before you store accounts:
            what was stored without one may be left in the flash chip, to be read without it.
            """)
        {
            tries, erase, stay,
        };
        run.SetAction(command, parse => new SetPinInput(Tries(parse.GetValue(tries)), Erases(parse.GetValue(erase), parse.GetValue(stay))), SetAsync);
        return command;
    }

    private static DocumentedCommand CreateRemove(CommandRunner run)
    {
        var command = new DocumentedCommand(
            "remove", "Take the PIN off the token, after giving it and a hold", "Anyone who has the token then has its codes.");
        run.SetAction(command, _ => 0, (_, context, cancel) => RunAsync(
            context, dialog => dialog.RemoveAsync(cancel), "the token has no PIN any more", cancel));
        return command;
    }

    private static DocumentedCommand CreateUnlock(CommandRunner run)
    {
        var command = new DocumentedCommand("unlock", "Give the token its PIN", HowToType);
        run.SetAction(command, _ => 0, (_, context, cancel) => RunAsync(
            context, dialog => dialog.UnlockAsync(cancel), "the token is unlocked", cancel));
        return command;
    }

    private static DocumentedCommand CreateLock(CommandRunner run)
    {
        var command = new DocumentedCommand("lock", "Lock the token at once, without a press", "It forgets its keys until the PIN is given again.");
        run.SetAction(command, _ => 0, (_, context, cancel) => LockAsync(context, cancel));
        return command;
    }

    private static Command CreateStatus(CommandRunner run)
    {
        var command = new Command("status", "Show whether there is a PIN, whether it was given, and how many tries are left");
        run.SetAction(command, _ => 0, (_, context, cancel) => ShowAsync(context, cancel));
        return command;
    }

    private static int Tries(string? text)
    {
        if (text is null)
        {
            return Limits.DefaultPinTries;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int tries)
            && tries is >= Limits.MinPinTries and <= Limits.MaxPinTries
            ? tries
            : throw CliException.BadUsage(
                $"--tries {text} is out of range", $"write a number from {Limits.MinPinTries} to {Limits.MaxPinTries}");
    }

    private static bool Erases(bool erases, bool stays) => erases && stays
        ? throw CliException.BadUsage("--erase-after-last and --lock-after-last exclude each other", "give one of the two")
        : erases;

    private static Task<ExitStatus> SetAsync(SetPinInput input, CliContext context, CancellationToken cancel) => RunAsync(
        context, dialog => dialog.SetAsync(input.Tries, input.Erases, cancel), "the PIN is set; the token is unlocked for now", cancel);

    private static async Task<ExitStatus> RunAsync(
        CliContext context, Func<PinDialog, Task> work, string done, CancellationToken cancel)
    {
        await TokenAccess.UseAsync(context, async (token, prompt) =>
        {
            await work(new PinDialog(context, token, prompt));
            return 0;
        }, cancel);
        context.Messages.Note(done);
        return ExitStatus.Done;
    }

    private static async Task<ExitStatus> LockAsync(CliContext context, CancellationToken cancel)
    {
        await TokenAccess.UseAsync(context, async (token, _) =>
        {
            try
            {
                await token.LockAsync(cancel);
            }
            catch (TokenException e) when (e.Status == Status.Locked)
            {
                // As wanted.
            }

            return 0;
        }, cancel);
        context.Messages.Note("the token is locked");
        return ExitStatus.Done;
    }

    private static async Task<ExitStatus> ShowAsync(CliContext context, CancellationToken cancel)
    {
        TokenInfo info = await TokenAccess.UseAsync(context, (token, _) => token.GetInfoAsync(cancel), cancel);
        if (context.Global.Json)
        {
            context.Output.Json(json =>
            {
                json.WriteStartObject();
                PinReport.WriteTo(json, info.Pin);
                json.WriteEndObject();
            });
        }
        else
        {
            var table = new Table();
            PinReport.AddTo(table, info.Pin);
            context.Output.Write(table);
        }

        return ExitStatus.Done;
    }
}
