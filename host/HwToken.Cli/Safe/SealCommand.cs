// hwtoken seal.
using System.CommandLine;
using System.Globalization;
using HwToken.Cli.Access;
using HwToken.Cli.Errors;
using HwToken.Cli.Output;
using HwToken.Cli.Reports;
using HwToken.Cli.Running;
using HwToken.Client.Audit;
using HwToken.Client.Model;

namespace HwToken.Cli.Safe;

internal sealed record SealInput(uint Number);

/// <summary><c>hwtoken seal NUMBER</c>: for a token that goes into a safe.</summary>
internal static class SealCommand
{
    public static Command Create(CommandRunner run)
    {
        var number = new Argument<string>("NUMBER")
        {
            Description = "What is printed on the seal, bag or envelope: 0 to 4294967295",
        };
        var command = new DocumentedCommand(
            "seal",
            "Seal a token for the safe: no code until its seal is broken with the button",
            """
            The token shows the number and the date and wants its button held. A sealed token gives no code and takes no
            change; 'hwtoken info', 'audit' and 'drill' go on. To get a code, press the button, hold it, and
            hold it again when the screen asks: the opening is counted, and the counter cannot be set back.

            Do 'hwtoken drill' before, and print the page that lies beside it afterwards, with 'hwtoken card'.

            Example:
              hwtoken drill && hwtoken seal 1042 && hwtoken card --html card.html
            """)
        {
            number,
        };
        run.SetAction(command, parse => new SealInput(NumberOf(parse.GetRequiredValue(number))), ExecuteAsync);
        return command;
    }

    private static uint NumberOf(string text) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out uint number)
            ? number
            : throw CliException.BadUsage(
                $"'{text}' cannot be a seal's number", "write a whole number from 0 to 4294967295");

    private static async Task<ExitStatus> ExecuteAsync(SealInput input, CliContext context, CancellationToken cancel)
    {
        (TokenSeal seal, AuditTrail trail, string serial) = await TokenAccess.UseAsync(context, async (token, prompt) =>
        {
            OwnerProgress progress = OwnerProgress.Hold(prompt, $"seal it, number {input.Number}");
            TokenSeal seal = await token.SealAsync(input.Number, progress, cancel);
            return (seal, await token.ReadAuditAsync(cancel), token.Serial);
        }, cancel);
        if (context.Global.Json)
        {
            context.Output.Json(json =>
            {
                json.WriteStartObject();
                json.WriteString("serial", serial);
                SealReport.WriteTo(json, seal);
                json.WriteString("head", trail.Head.ToString());
                json.WriteEndObject();
            });
        }
        else
        {
            var table = new Table();
            table.Add("serial", serial);
            SealReport.AddTo(table, seal);
            table.Add("head", trail.Head.ToString());
            context.Output.Write(table);
        }

        return ExitStatus.Done;
    }
}
