using System.Globalization;
using System.Text.Json;
using HwToken.Client.Model;

namespace HwToken.Cli.Output;

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
