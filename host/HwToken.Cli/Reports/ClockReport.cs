// A token's clock in tables and JSON.
using System.Globalization;
using System.Text.Json;
using HwToken.Cli.Output;
using HwToken.Client.Model;
using HwToken.Core.Protocol;

namespace HwToken.Cli.Reports;

/// <summary>A token's clock against this computer's.</summary>
internal static class ClockReport
{
    /// <summary>The aging register's steps, as the datasheet has them.</summary>
    private const double PpmPerStep = 0.1;

    /// <param name="offset">Measured; null where only whole seconds are known.</param>
    public static void AddTo(Table table, TokenClock clock, ClockOffset? offset = null)
    {
        table.Add("clock", StateText.Of(clock.State));
        if (clock.Time is DateTimeOffset time)
        {
            table.Add("token", UtcText.Readable(time));
        }

        table.Add("host", UtcText.Readable(clock.HostTime));
        if (offset is not null)
        {
            table.Add("offset", $"{DurationText.Signed(offset.Value)}, give or take {DurationText.Of(offset.Uncertainty)}");
        }
        else if (clock.SecondsAhead is long ahead)
        {
            // Both clocks count whole seconds.
            table.Add("offset", string.Create(CultureInfo.InvariantCulture, $"{ahead:+0;-0;0} s, give or take 1 s"));
        }

        if (clock.Accuracy is { } accuracy)
        {
            table.Add("bound", $"{DurationText.Bound(accuracy.Bound)}, says the token");
        }

        if (clock.LastSet is DateTimeOffset set)
        {
            table.Add("last set", UtcText.Readable(set));
        }
    }

    /// <summary>What the token knows about its chip; nothing unless its clock runs.</summary>
    public static void AddDetailsTo(Table table, TokenClock clock)
    {
        if (clock.Accuracy is not { } accuracy)
        {
            return;
        }

        if (accuracy.Compared is DateTimeOffset compared)
        {
            table.Add("compared", UtcText.Readable(compared));
        }

        table.Add("in a year", $"{DurationText.Bound(accuracy.YearBound)}, if it lies in a drawer until then");
        table.Add("rate", RateOf(accuracy));
        table.Add("aging register", string.Create(
            CultureInfo.InvariantCulture, $"{accuracy.Aging} (about {-accuracy.Aging * PpmPerStep:+0.0;-0.0;0.0} ppm)"));
        table.Add("gained", $"{DurationText.Signed(accuracy.Gained)} since it was set; the token takes it out");
        if (accuracy.Temperature is int degrees)
        {
            table.Add("temperature", string.Create(CultureInfo.InvariantCulture, $"{degrees} C"));
        }

        table.Add("jumps", accuracy.BackwardJumps == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{accuracy.Jumps}")
            : string.Create(CultureInfo.InvariantCulture, $"{accuracy.Jumps}, {accuracy.BackwardJumps} of them back"));
    }

    /// <summary>The fields of an object that the caller begins and ends.</summary>
    /// <param name="offset">Measured; null where only whole seconds are known.</param>
    public static void WriteTo(Utf8JsonWriter json, TokenClock clock, ClockOffset? offset = null)
    {
        json.WriteString("state", StateText.Of(clock.State));
        json.WriteString("token", Iso(clock.Time));
        json.WriteString("host", Iso(clock.HostTime));
        JsonFields.WriteOptional(json, "offsetSeconds", clock.SecondsAhead);
        JsonFields.WriteOptional(json, "offsetMilliseconds", Milliseconds(offset?.Value));
        JsonFields.WriteOptional(json, "uncertaintyMilliseconds", Milliseconds(offset?.Uncertainty));
        json.WriteString("lastSet", Iso(clock.LastSet));
        if (clock.Accuracy is not { } accuracy)
        {
            json.WriteNull("accuracy");
            return;
        }

        json.WriteStartObject("accuracy");
        json.WriteNumber("boundMilliseconds", (long)accuracy.Bound.TotalMilliseconds);
        json.WriteNumber("yearBoundMilliseconds", (long)accuracy.YearBound.TotalMilliseconds);
        json.WriteNumber("gainedMilliseconds", (long)accuracy.Gained.TotalMilliseconds);
        json.WriteString("rate", StateText.Of(accuracy.Rate));
        json.WriteNumber("residualPpm", accuracy.ResidualPpm);
        json.WriteNumber("residualUncertaintyPpm", accuracy.ResidualUncertaintyPpm);
        json.WriteNumber("agingRegister", accuracy.Aging);
        JsonFields.WriteOptional(json, "temperature", accuracy.Temperature);
        json.WriteString("compared", Iso(accuracy.Compared));
        json.WriteNumber("jumps", accuracy.Jumps);
        json.WriteNumber("backwardJumps", accuracy.BackwardJumps);
        json.WriteEndObject();
    }

    private static string RateOf(ClockAccuracy accuracy) => accuracy.Rate switch
    {
        ClockRate.Learned => string.Create(
            CultureInfo.InvariantCulture,
            $"{accuracy.ResidualPpm:+0.000;-0.000;0.000} ppm as trimmed, give or take {accuracy.ResidualUncertaintyPpm:0.000} ppm; the token takes it out"),
        ClockRate.Implausible => "more than 10 ppm off: a clone or a MEMS chip in the place of a DS3231SN?",
        _ => "not learned yet: two comparisons a week apart tell it",
    };

    private static long? Milliseconds(TimeSpan? duration) => duration is TimeSpan d ? (long)Math.Round(d.TotalMilliseconds) : null;

    private static string? Iso(DateTimeOffset? time) => time is DateTimeOffset t ? UtcText.Iso(t) : null;
}
