// hwtoken drill: its run and its report.
using System.Globalization;
using System.Text.Json;
using HwToken.Cli.Access;
using HwToken.Cli.Clock;
using HwToken.Cli.Errors;
using HwToken.Cli.Output;
using HwToken.Cli.Reports;
using HwToken.Cli.Running;
using HwToken.Client;
using HwToken.Client.Audit;
using HwToken.Client.Errors;
using HwToken.Client.Model;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Paper.Audit;
using Command = System.CommandLine.Command;

namespace HwToken.Cli.Safe;

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
        (DrillResult drill, DrillReport report) = await TokenAccess.UseAsync(context, async (token, prompt) =>
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

/// <summary>One thing that a drill looks at.</summary>
/// <param name="Text">What was found: for people.</param>
/// <param name="Cure">What to do if it is not good; null where it is.</param>
internal sealed record DrillCheck(string Name, string Text, string? Cure)
{
    public bool IsGood => Cure is null;
}

/// <summary>What a drill found, as a list of checks.</summary>
internal sealed class DrillReport
{
    private const double MillivoltsPerVolt = 1000;

    private readonly string _serial;
    private readonly DrillResult _drill;

    /// <param name="log">As it was before the drill.</param>
    /// <param name="head">As it is behind it.</param>
    /// <param name="offset">By how much the clock was off, if that was measured to milliseconds.</param>
    public DrillReport(DrillResult drill, AuditSession.Result log, AuditHead head, ClockOffset? offset)
    {
        _drill = drill;
        _serial = log.Serial;
        Head = head;
        Checks = [Storage(drill), Accounts(drill), Clock(drill.Clock, offset), Battery(drill), Log(log)];
    }

    public IReadOnlyList<DrillCheck> Checks { get; }

    /// <summary>The log's end, for the card.</summary>
    public AuditHead Head { get; }

    public Table ToTable()
    {
        var table = new Table();
        table.Add("serial", _serial);
        SealReport.AddTo(table, _drill.Seal);
        foreach (DrillCheck check in Checks)
        {
            table.Add(check.Name, check.IsGood ? check.Text : $"FAILED: {check.Text}");
        }

        if (_drill.Seal.NextDrill is DateTimeOffset next)
        {
            table.Add("next drill", UtcText.Readable(next));
        }

        table.Add("head", Head.ToString());
        return table;
    }

    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("serial", _serial);
        json.WriteBoolean("passed", Checks.All(check => check.IsGood));
        json.WriteStartArray("checks");
        foreach (DrillCheck check in Checks)
        {
            json.WriteStartObject();
            json.WriteString("name", check.Name);
            json.WriteBoolean("good", check.IsGood);
            json.WriteString("text", check.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("seal");
        SealReport.WriteTo(json, _drill.Seal);
        json.WriteEndObject();
        json.WriteStartObject("clock");
        ClockReport.WriteTo(json, _drill.Clock);
        json.WriteEndObject();
        json.WriteString("head", Head.ToString());
        json.WriteEndObject();
    }

    private static DrillCheck Storage(DrillResult drill) => drill.IsStorageWhole
        ? new("storage", "both copies of everything are whole", null)
        : new(
            "storage",
            "one of the two copies is damaged",
            "use the other token, and enrol another one in the place of this while it still works");

    private static DrillCheck Accounts(DrillResult drill) => new(
        "accounts",
        string.Create(CultureInfo.InvariantCulture, $"{drill.GoodAccounts} of {drill.Accounts} give a code"),
        drill.GoodAccounts == drill.Accounts ? null : "use the other token, and enrol another one in the place of this");

    private static DrillCheck Clock(TokenClock clock, ClockOffset? offset)
    {
        if (clock.SecondsAhead is not long ahead)
        {
            string cure = clock.State == ClockState.Stopped
                ? "replace the clock's cell, then: hwtoken clock set"
                : "set the clock with: hwtoken clock set";
            return new("clock", StateText.Of(clock.State), cure);
        }

        string text = offset is null
            ? string.Create(CultureInfo.InvariantCulture, $"running, {ahead:+0;-0;0} s from this computer's")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"running, was {offset.Value.TotalSeconds:+0.000;-0.000;0.000} s from this computer's, +-{offset.Uncertainty.TotalSeconds:0.000}");
        bool isNear = Math.Abs(ahead) <= DrillRequest.MostSecondsOff;
        return new("clock", text, isNear ? null : "look which of the two clocks is wrong, then: hwtoken clock set");
    }

    private static DrillCheck Battery(DrillResult drill)
    {
        string volts = drill.BatteryMillivolts is int millivolts
            ? string.Create(CultureInfo.InvariantCulture, $"{millivolts / MillivoltsPerVolt:0.00} V")
            : "not measured";
        return drill.ExternalPower
            ? new("battery", $"{volts}; on USB the cells carry no load: unplug, press, look for the battery sign", null)
            : new("battery", volts, drill.IsBatteryLow ? "change the cells now" : null);
    }

    private static DrillCheck Log(AuditSession.Result audit) =>
        audit.Complaints.FirstOrDefault() is AuditFinding complaint
            ? new("log", complaint.Text, "do not trust this token until you know why its log was changed")
            : new("log", audit.Findings[^1].Text, null);
}
