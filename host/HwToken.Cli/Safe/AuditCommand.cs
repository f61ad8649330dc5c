// hwtoken audit.
using System.CommandLine;
using System.Globalization;
using HwToken.Cli.Access;
using HwToken.Cli.Errors;
using HwToken.Cli.Output;
using HwToken.Cli.Running;
using HwToken.Client.Audit;
using HwToken.Paper.Audit;

namespace HwToken.Cli.Safe;

/// <param name="Card">The log's end as it stands on the card; null where nobody looked.</param>
internal sealed record AuditInput(AuditHead? Card);

/// <summary><c>hwtoken audit</c>: what has happened to a token, and whether its log is the one that was seen.</summary>
internal static class AuditCommand
{
    public static Command Create(CommandRunner run)
    {
        var expect = new Option<string?>("--expect")
        {
            Description = "The end of the log as printed on the card: the entries before it must be the same",
            HelpName = "HEAD",
        };
        var command = new DocumentedCommand(
            "audit",
            "Show a token's log, and check that nothing in it was changed",
            """
            The token keeps its last 64 events: accounts, clock, PIN, seals, drills. Each is chained to all before it,
            and the end of the chain, such as 7-ABCD-EFGH-IJKL-MNOP, stands for the whole log. hwtoken remembers it for
            every token, in the user's state folder, and compares; --expect compares with paper, which no malware
            changes.

            The log proves what it has of a token that works as it should. Times are the token's own, UTC.

            Exit status 1 if the log is not the one that was seen before.

            Example:
              hwtoken audit --expect 7-ABCD-EFGH-IJKL-MNOP
            """)
        {
            expect,
        };
        run.SetAction(command, parse => new AuditInput(HeadOf(parse.GetValue(expect))), ExecuteAsync);
        return command;
    }

    private static AuditHead? HeadOf(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return AuditHead.TryParse(text, out AuditHead? head)
            ? head
            : throw CliException.BadUsage(
                $"'{text}' is not the end of a log",
                "copy it from the card, such as 7-ABCD-EFGH-IJKL-MNOP");
    }

    private static async Task<ExitStatus> ExecuteAsync(AuditInput input, CliContext context, CancellationToken cancel)
    {
        (AuditSession.Result result, AuditText text) = await TokenAccess.UseAsync(context, async (token, _) =>
        {
            AuditSession.Result result = await new AuditSession(context).ReadAsync(token, input.Card, cancel);
            return (result, new AuditText(await token.ListAccountsAsync(cancel)));
        }, cancel);
        if (context.Global.Json)
        {
            WriteJson(result, text, context.Output);
        }
        else
        {
            context.Output.Write(ToTable(result.Trail, text));
            foreach (AuditFinding finding in result.Findings.Where(finding => finding.IsGood))
            {
                context.Messages.Note(finding.Text);
            }

            context.Messages.Note($"the log ends with {result.Trail.Head}");
        }

        return result.Complaints.FirstOrDefault() is AuditFinding complaint
            ? throw new CliException(
                ExitStatus.Failed,
                complaint.Text,
                "do not trust this token until you know why: its storage was changed, or it is another one")
            : ExitStatus.Done;
    }

    private static Table ToTable(AuditTrail trail, AuditText text)
    {
        var table = new Table("NO", "TIME", "EVENT", "DETAIL");
        foreach (AuditRecord record in trail.Records)
        {
            table.Add(
                record.Number.ToString(CultureInfo.InvariantCulture),
                record.Time is DateTimeOffset time ? UtcText.Readable(time) : "unknown",
                AuditText.EventOf(record),
                text.DetailOf(record));
        }

        return table;
    }

    private static void WriteJson(AuditSession.Result result, AuditText text, DataWriter output) => output.Json(json =>
    {
        json.WriteStartObject();
        json.WriteString("serial", result.Serial);
        json.WriteNumber("total", result.Trail.Total);
        json.WriteNumber("overwritten", result.Trail.Overwritten);
        json.WriteString("head", result.Trail.Head.ToString());
        json.WriteStartArray("entries");
        foreach (AuditRecord record in result.Trail.Records)
        {
            json.WriteStartObject();
            json.WriteNumber("number", record.Number);
            json.WriteString("time", record.Time is DateTimeOffset time ? UtcText.Iso(time) : null);
            json.WriteString("event", AuditText.EventOf(record));
            json.WriteString("detail", text.DetailOf(record));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("checks");
        foreach (AuditFinding finding in result.Findings)
        {
            json.WriteStartObject();
            json.WriteString("against", finding.Against);
            json.WriteBoolean("good", finding.IsGood);
            json.WriteString("text", finding.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
