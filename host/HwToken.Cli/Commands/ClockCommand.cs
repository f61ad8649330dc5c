using System.CommandLine;
using HwToken.Cli.Help;
using HwToken.Cli.Output;
using HwToken.Cli.Tokens;
using HwToken.Client;

namespace HwToken.Cli.Commands;

/// <summary><c>hwtoken clock</c> and <c>hwtoken clock set</c>.</summary>
internal static class ClockCommand
{
    public static Command Create(CommandRunner run)
    {
        var set = new DocumentedCommand(
            "set",
            "Set the token's clock to this computer's, after a press",
            """
            Look at this computer's clock first ('timedatectl' on Linux): a wrong time gives wrong codes. The token shows
            the old and the new time and asks for a press.
            """);
        run.SetAction(set, _ => 0, (_, context, cancel) => SetAsync(context, cancel));

        var command = new DocumentedCommand(
            "clock",
            "Compare the token's clock with this computer's",
            """
            All times are UTC. AWS takes codes that are a little early or late; how much, it does not say: set the clock
            when the offset is more than 15 seconds.
            """)
        {
            set,
        };
        run.SetAction(command, _ => 0, (_, context, cancel) => ShowAsync(context, cancel));
        return command;
    }

    private static async Task<ExitStatus> ShowAsync(CliContext context, CancellationToken cancel)
    {
        Print(await TokenSession.UseAsync(context, (token, _) => token.GetClockAsync(cancel), cancel), context);
        return ExitStatus.Done;
    }

    private static async Task<ExitStatus> SetAsync(CliContext context, CancellationToken cancel)
    {
        TokenClock clock = await TokenSession.UseAsync(
            context,
            (token, prompt) => token.SetClockAsync(OwnerProgress.Press(prompt, "set its clock"), cancel),
            cancel);
        Print(clock, context);
        return ExitStatus.Done;
    }

    private static void Print(TokenClock clock, CliContext context)
    {
        if (context.Global.Json)
        {
            context.Output.Json(json =>
            {
                json.WriteStartObject();
                ClockReport.WriteTo(json, clock);
                json.WriteEndObject();
            });
        }
        else
        {
            var table = new Table();
            ClockReport.AddTo(table, clock);
            context.Output.Write(table);
        }
    }
}
