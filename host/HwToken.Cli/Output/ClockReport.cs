using System.Globalization;
using System.Text.Json;
using HwToken.Client;

namespace HwToken.Cli.Output;

/// <summary>A token's clock against this computer's.</summary>
internal static class ClockReport
{
    public static void AddTo(Table table, TokenClock clock)
    {
        table.Add("clock", StateText.Of(clock.State));
        if (clock.Time is DateTimeOffset time)
        {
            table.Add("token", UtcText.Readable(time));
        }

        table.Add("host", UtcText.Readable(clock.HostTime));
        if (clock.SecondsAhead is long ahead)
        {
            // Both clocks count whole seconds.
            table.Add("offset", string.Create(CultureInfo.InvariantCulture, $"{ahead:+0;-0;0} s, give or take 1 s"));
        }

        if (clock.LastSet is DateTimeOffset set)
        {
            table.Add("last set", UtcText.Readable(set));
        }
    }

    /// <summary>The fields of an object that the caller begins and ends.</summary>
    public static void WriteTo(Utf8JsonWriter json, TokenClock clock)
    {
        json.WriteString("state", StateText.Of(clock.State));
        json.WriteString("token", Iso(clock.Time));
        json.WriteString("host", Iso(clock.HostTime));
        JsonFields.WriteOptional(json, "offsetSeconds", clock.SecondsAhead);
        json.WriteString("lastSet", Iso(clock.LastSet));
    }

    private static string? Iso(DateTimeOffset? time) => time is DateTimeOffset t ? UtcText.Iso(t) : null;
}
