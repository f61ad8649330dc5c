using System.CommandLine;
using HwToken.Cli.Audit;
using HwToken.Cli.Help;
using HwToken.Cli.Output;
using HwToken.Cli.Tokens;
using HwToken.Client;

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
            and computes a code of every account, which nobody sees. hwtoken compares the clock with this computer's,
            and the log with what it saw of it before. A seal stays whole. What is to be written on the card comes last.

            Look at this computer's clock first ('timedatectl' on Linux).

            Exit status 1 if anything is not as it should be: the drill is not over then.
            """);
        run.SetAction(command, _ => 0, (_, context, cancel) => ExecuteAsync(context, cancel));
        return command;
    }

    private static async Task<ExitStatus> ExecuteAsync(CliContext context, CancellationToken cancel)
    {
        (DrillResult drill, AuditSession.Result audit) = await TokenSession.UseAsync(context, async (token, prompt) =>
        {
            DrillResult drill = await token.DrillAsync(OwnerProgress.Press(prompt, "drill"), cancel);
            prompt.Clear();
            return (drill, await new AuditSession(context).ReadAsync(token, null, cancel));
        }, cancel);
        var report = new DrillReport(drill, audit);
        if (context.Global.Json)
        {
            context.Output.Json(report.WriteTo);
        }
        else
        {
            context.Output.Write(report.ToTable());
        }

        if (report.Checks.FirstOrDefault(check => !check.IsGood) is DrillCheck bad)
        {
            throw new CliException(ExitStatus.Failed, $"the drill failed: {bad.Name}: {bad.Text}", bad.Cure);
        }

        if (drill.Seal is { LastDrill: DateTimeOffset done, NextDrill: DateTimeOffset next })
        {
            context.Messages.Note(
                $"write on the card: drilled {UtcText.Date(done)}, next {UtcText.Date(next)}, log {audit.Trail.Head}");
        }

        return ExitStatus.Done;
    }
}
