using System.CommandLine;
using HwToken.Cli.Audit;
using HwToken.Cli.Help;
using HwToken.Cli.Output;
using HwToken.Cli.Tokens;
using HwToken.Client;
using HwToken.Client.Audit;
using HwToken.Client.Errors;
using HwToken.Client.Model;
using Status = HwToken.Core.Protocol.Status;

namespace HwToken.Cli.Commands;

/// <summary><c>hwtoken drill</c>: the yearly check of a token that lies in a safe.</summary>
internal static class DrillCommand
{
    public static Command Create(CommandRunner run)
    {
        var command = new DocumentedCommand(
            "drill",
            "Check a token once a year, sealed or not, without a code leaving it",
            """
            The token asks for a press, and then looks at both copies of what it stores, at its clock and its battery,
            and computes a code of every account, which nobody sees. hwtoken compares the clock with this computer's
            and takes out what it has drifted, and compares the log with what it saw of it before. A seal stays whole. What
            is to be written on the card comes last.

            Look at this computer's clock first ('timedatectl' on Linux).

            Exit status 1 if anything is not as it should be: the drill is not over then, and the token does not record it.
            """);
        run.SetAction(command, _ => 0, (_, context, cancel) => ExecuteAsync(context, cancel));
        return command;
    }

    private static async Task<ExitStatus> ExecuteAsync(CliContext context, CancellationToken cancel)
    {
        (DrillResult drill, DrillReport report) = await TokenSession.UseAsync(context, async (token, prompt) =>
        {
            ClockOffset? offset = await TrimAsync(token, cancel);
            var audit = new AuditSession(context);
            AuditSession.Result log = await audit.ReadAsync(token, null, cancel);
            DrillResult drill = await token.DrillAsync(!log.Complaints.Any(), OwnerProgress.Press(prompt, "drill"), cancel);
            prompt.Clear();
            AuditHead head = (await audit.ReadAsync(token, null, cancel)).Trail.Head;
            return (drill, new DrillReport(drill, log, head, offset));
        }, cancel);
        if (context.Global.Json)
        {
            context.Output.Json(report.WriteTo);
        }
        else
        {
            context.Output.Write(report.ToTable());
        }

        if (report.Checks.Where(check => !check.IsGood).ToList() is { Count: > 0 } bad)
        {
            throw new CliException(
                ExitStatus.Failed,
                $"the drill failed: {string.Join("; ", bad.Select(check => $"{check.Name}: {check.Text}"))}",
                string.Join("; ", bad.Select(check => check.Cure)));
        }

        if (!drill.IsRecorded)
        {
            throw new CliException(ExitStatus.Failed, "the token has not recorded the drill", "run it once more");
        }

        if (drill.Seal is { LastDrill: DateTimeOffset done, NextDrill: DateTimeOffset next })
        {
            context.Messages.Note(
                $"write on the card: drilled {UtcText.Date(done)}, next {UtcText.Date(next)}, log {report.Head}");
        }

        return ExitStatus.Done;
    }

    /// <summary>
    /// Compares the clocks, and tells the token where that is no more than it may have drifted: it learns from that, and
    /// asks nobody. More than that is for the report, and for 'hwtoken clock set'.
    /// </summary>
    /// <returns>By how much it was off; null where that could not be measured.</returns>
    private static async Task<ClockOffset?> TrimAsync(TokenClient token, CancellationToken cancel)
    {
        TokenClock clock = await token.GetClockAsync(cancel);
        if (clock.Accuracy is not { } accuracy)
        {
            return null;
        }

        try
        {
            ClockOffset offset = await token.CompareClockAsync(cancel);
            if (offset.Uncertainty > ClockCommand.RoughestComparison)
            {
                return null;
            }

            if (offset.Value.Duration() <= accuracy.Bound + offset.Uncertainty)
            {
                await token.AdjustClockAsync(offset, cancellationToken: cancel);
            }

            return offset;
        }
        catch (TokenClientException e) when (
            e is TokenSilentException or TokenException { Status: Status.ParameterInvalid or Status.Cancelled })
        {
            // This computer was too busy to meet a second's edge: the drill goes on, and its report is to whole seconds.
            return null;
        }
    }
}
