using System.Globalization;
using System.Text.Json;
using HwToken.Client.Model;

namespace HwToken.Cli.Output;

/// <summary>A token's seal.</summary>
internal static class SealReport
{
    /// <summary>In a few words: "number 7, since 2027-01-15 08:00:00 UTC".</summary>
    public static string Of(TokenSeal seal) => seal.IsSealed
        ? string.Create(CultureInfo.InvariantCulture, $"number {seal.Number}, since {Readable(seal.SealedAt)}")
        : "none";

    public static void AddTo(Table table, TokenSeal seal)
    {
        table.Add("seal", Of(seal));
        table.Add("openings", seal.Openings.ToString(CultureInfo.InvariantCulture));
        if (seal.LastDrill is DateTimeOffset drill)
        {
            table.Add("last drill", UtcText.Readable(drill));
        }
    }

    /// <summary>The fields of an object that the caller begins and ends.</summary>
    public static void WriteTo(Utf8JsonWriter json, TokenSeal seal)
    {
        json.WriteBoolean("sealed", seal.IsSealed);
        JsonFields.WriteOptional(json, "number", seal.Number);
        json.WriteString("sealedAt", Iso(seal.SealedAt));
        json.WriteNumber("openings", seal.Openings);
        json.WriteString("lastDrill", Iso(seal.LastDrill));
        json.WriteString("nextDrill", Iso(seal.NextDrill));
    }

    private static string? Iso(DateTimeOffset? time) => time is DateTimeOffset t ? UtcText.Iso(t) : null;

    private static string Readable(DateTimeOffset? time) =>
        time is DateTimeOffset t ? UtcText.Readable(t) : "an unknown time";
}
