// hwtoken wipe.
using System.CommandLine;
using HwToken.Cli.Access;
using HwToken.Cli.Errors;
using HwToken.Cli.Output;
using HwToken.Cli.Running;
using HwToken.Cli.Terminal;
using HwToken.Client;
using HwToken.Client.Errors;
using HwToken.Client.Model;
using Status = HwToken.Core.Protocol.Status;

namespace HwToken.Cli.Tokens;

/// <param name="Yes">The question is answered in advance.</param>
internal sealed record WipeInput(bool Yes);

/// <summary><c>hwtoken wipe</c>: for a token that is to get another owner.</summary>
internal static class WipeCommand
{
    /// <summary>Longer than a serial number, so that one with something behind it is none.</summary>
    private const int MaxAnswer = 16;

    public static Command Create(CommandRunner run)
    {
        var yes = new Option<bool>("--yes") { Description = "Do not ask on the terminal; the token asks in every case" };
        var command = new DocumentedCommand(
            "wipe",
            "Make a token forget every account and setting",
            """
            Nothing brings the keys back: an account whose only MFA device this is has to be recovered by other means.
            Type the token's serial number to go on, then hold its button. A short press declines.
            """)
        {
            yes,
        };
        run.SetAction(command, parse => new WipeInput(parse.GetValue(yes)), ExecuteAsync);
        return command;
    }

    private static async Task<ExitStatus> ExecuteAsync(WipeInput input, CliContext context, CancellationToken cancel)
    {
        string serial = await TokenAccess.UseAsync(context, async (token, prompt) =>
        {
            if (!input.Yes)
            {
                TokenInfo info = await token.GetInfoAsync(cancel);
                await ConfirmAsync(token, info.Accounts, context, cancel);
            }

            try
            {
                await token.WipeAsync(OwnerProgress.Hold(prompt, "wipe it"), cancel);
            }
            catch (TokenException e) when (e.Status == Status.Locked)
            {
                throw new CliException(
                    ExitStatus.TokenRefused,
                    "the token is locked, and its owner alone may wipe it",
                    "hwtoken pin unlock; if the PIN is lost, use up its tries on the token: then wipe wants none");
            }

            return token.Serial;
        }, cancel);
        context.Messages.Note($"the token {serial} has forgotten everything");
        return ExitStatus.Done;
    }

    private static async Task ConfirmAsync(TokenClient token, int? accounts, CliContext context, CancellationToken cancel)
    {
        if (context.Terminal.Value is not { CanRead: true } terminal)
        {
            throw CliException.BadUsage("there is no terminal to confirm on", "pass --yes if the token is to forget everything");
        }

        string what = accounts switch
        {
            null => "everything",
            1 => "the account",
            _ => $"all {accounts} accounts",
        };
        string prompt = $"The token {token.Serial} at {Printable.Of(token.Port)} will forget {what}. Type its serial number to go on: ";
        using TypedLine answer = await TypedLine.ReadAsync(terminal, prompt, hidden: false, MaxAnswer, cancel);
        if (!answer.Text.Trim().Equals(token.Serial, StringComparison.OrdinalIgnoreCase))
        {
            throw new CliException(ExitStatus.Failed, "that is not the token's serial number; nothing was wiped", "type it as the question shows it");
        }
    }
}
