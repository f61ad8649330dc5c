// hwtoken clock and hwtoken clock set.
using System.Globalization;
using System.Text.Json;
using HwToken.Cli.Access;
using HwToken.Cli.Errors;
using HwToken.Cli.Output;
using HwToken.Cli.Reports;
using HwToken.Cli.Running;
using HwToken.Cli.Terminal;
using HwToken.Client;
using HwToken.Client.Model;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using Command = System.CommandLine.Command;

namespace HwToken.Cli.Clock;

/// <summary><c>hwtoken clock</c> and <c>hwtoken clock set</c>.</summary>
internal static class ClockCommand
{
    internal static readonly TimeSpan RoughestComparison = TimeSpan.FromMilliseconds(AdjustClockRequest.MaxUncertaintyMs);

    /// <param name="Offset">Null where it does not run.</param>
    private sealed record Answer(TokenClock Clock, ClockOffset? Offset, IReadOnlyList<PastComparison> Comparisons);

    public static Command Create(CommandRunner run)
    {
        var set = new DocumentedCommand(
            "set",
            "Set the token's clock to this computer's",
            """
            Look at this computer's clock first ('timedatectl' on Linux): a wrong time gives wrong codes.
            A clock that runs is compared on the edge of its second. What is off by no more than the token says it may
            be is corrected without a press, and the token learns from it how fast its crystal is. A greater jump needs
            its button held; a clock that does not run needs a press. The token shows the old and the new time.
            """);
        run.SetAction(set, _ => 0, (_, context, cancel) => SetAsync(context, cancel));

        var command = new DocumentedCommand(
            "clock",
            "Compare the token's clock with this computer's",
            """
            All times are UTC. It takes about three seconds, and changes nothing: the offset is known to milliseconds,
            the bound is by how much the token says it may be wrong. AWS takes codes that are a little early or late;
            how much, it does not say: set the clock once a year, and when the token says "sync me".
            """)
        {
            set,
        };
        run.SetAction(command, _ => 0, (_, context, cancel) => ShowAsync(context, cancel));
        return command;
    }

    private static async Task<ExitStatus> ShowAsync(CliContext context, CancellationToken cancel)
    {
        Print(await TokenAccess.UseAsync(context, (token, _) => AskAsync(token, cancel), cancel), context);
        return ExitStatus.Done;
    }

    private static async Task<ExitStatus> SetAsync(CliContext context, CancellationToken cancel)
    {
        Print(await TokenAccess.UseAsync(context, (token, prompt) => SetAsync(token, prompt, cancel), cancel), context);
        return ExitStatus.Done;
    }

    private static async Task<Answer> SetAsync(TokenClient token, OwnerPrompt prompt, CancellationToken cancel)
    {
        TokenClock clock = await token.GetClockAsync(cancel);
        if (clock.State != ClockState.Running)
        {
            clock = await token.SetClockAsync(OwnerProgress.Press(prompt, "set its clock"), cancel);
        }

        // One that was just set is right to a second; from here on it is known to milliseconds.
        DateTimeOffset? setBefore = clock.LastSet;
        clock = await CorrectAsync(token, prompt, cancel);
        if (clock.LastSet != setBefore)
        {
            await CorrectAsync(token, prompt, cancel);
        }

        return await AskAsync(token, cancel);
    }

    private static async Task<TokenClock> CorrectAsync(TokenClient token, OwnerPrompt prompt, CancellationToken cancel)
    {
        ClockOffset offset = await token.CompareClockAsync(cancel);
        if (offset.Uncertainty > RoughestComparison)
        {
            throw new CliException(
                ExitStatus.Failed,
                $"the line to the token is too slow to compare clocks: {DurationText.Of(offset.Uncertainty)} each way",
                "plug it in without a hub, or try again when this computer is less busy");
        }

        return await token.AdjustClockAsync(offset, OwnerProgress.Hold(prompt, "let its clock jump"), cancel);
    }

    private static async Task<Answer> AskAsync(TokenClient token, CancellationToken cancel)
    {
        TokenClock clock = await token.GetClockAsync(cancel);
        if (clock.State != ClockState.Running)
        {
            return new Answer(clock, null, []);
        }

        return new Answer(clock, await token.CompareClockAsync(cancel), await token.ListComparisonsAsync(cancel));
    }

    private static void Print(Answer answer, CliContext context)
    {
        if (context.Global.Json)
        {
            context.Output.Json(json =>
            {
                json.WriteStartObject();
                ClockReport.WriteTo(json, answer.Clock, answer.Offset);
                ComparisonReport.WriteTo(json, answer.Comparisons);
                json.WriteEndObject();
            });
            return;
        }

        var table = new Table();
        ClockReport.AddTo(table, answer.Clock, answer.Offset);
        ClockReport.AddDetailsTo(table, answer.Clock);
        context.Output.Write(table);
        if (answer.Comparisons.Count > 0)
        {
            context.Output.Write(ComparisonReport.ToTable(answer.Comparisons));
        }
    }
}

/// <summary>The comparisons that a token remembers.</summary>
internal static class ComparisonReport
{
    /// <summary>
    /// Each with the rate since the one before, as the chip would have run without its aging register: what the crystal
    /// does over the years.
    /// </summary>
    public static Table ToTable(IReadOnlyList<PastComparison> comparisons)
    {
        var table = new Table("COMPARED", "GAINED", "GIVE OR TAKE", "UNTRIMMED RATE", "TEMPERATURE");
        PastComparison? before = null;
        foreach (PastComparison comparison in comparisons)
        {
            table.Add(
                UtcText.Readable(comparison.Time),
                DurationText.Signed(comparison.Gained),
                DurationText.Of(comparison.Uncertainty),
                before is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{PpmBetween(before, comparison):+0.00;-0.00;0.00} ppm"),
                comparison.Temperature is int degrees ? string.Create(CultureInfo.InvariantCulture, $"{degrees} C") : "-");
            before = comparison;
        }

        return table;
    }

    public static void WriteTo(Utf8JsonWriter json, IReadOnlyList<PastComparison> comparisons)
    {
        json.WriteStartArray("comparisons");
        foreach (PastComparison comparison in comparisons)
        {
            json.WriteStartObject();
            json.WriteString("time", UtcText.Iso(comparison.Time));
            json.WriteNumber("gainedMilliseconds", (long)comparison.Gained.TotalMilliseconds);
            json.WriteNumber("trimmedMilliseconds", (long)comparison.Trimmed.TotalMilliseconds);
            json.WriteNumber("uncertaintyMilliseconds", (long)comparison.Uncertainty.TotalMilliseconds);
            JsonFields.WriteOptional(json, "temperature", comparison.Temperature);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static double PpmBetween(PastComparison first, PastComparison second)
    {
        TimeSpan gained = second.Gained + second.Trimmed - first.Gained - first.Trimmed;
        return 1e6 * gained.TotalSeconds / (second.Time - first.Time).TotalSeconds;
    }
}
