using System.Globalization;
using System.Text.RegularExpressions;

namespace HwToken.Schematic.Model;

/// <summary>Values as people write them: "4.7 kohm 1 %", "100 nF 16 V X7R".</summary>
public static partial class Quantity
{
    private const double Tolerance = 1e-6;

    private static readonly Dictionary<string, double> Scale = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ohm"] = 1,
        ["kohm"] = 1e3,
        ["Mohm"] = 1e6,
        ["pF"] = 1e-12,
        ["nF"] = 1e-9,
        ["uF"] = 1e-6,
    };

    /// <summary>The first resistance or capacitance in a text, in ohms or farads; null if there is none.</summary>
    public static double? Find(string text)
    {
        Match match = Pattern().Match(text);
        return match.Success
            ? double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)
                * Scale[match.Groups["unit"].Value]
            : null;
    }

    /// <summary>The first voltage in a text, such as "5.5 V"; null if there is none.</summary>
    public static double? FindVolts(string text) => Find(text, Volts());

    /// <summary>The first current in a text, such as "0.5 A hold", in amperes; null if there is none.</summary>
    public static double? FindAmps(string text) => Find(text, Amps());

    /// <summary>"4.7 kOhm" and "4.7 kohm": what the drawing prints of a value.</summary>
    public static string Brief(string text)
    {
        Match match = Pattern().Match(text);
        return match.Success ? match.Value : text;
    }

    public static bool AreEqual(double? one, double? other) =>
        one is { } a && other is { } b && Math.Abs(a - b) <= Tolerance * Math.Abs(b);

    private static double? Find(string text, Regex pattern)
    {
        Match match = pattern.Match(text);
        return match.Success ? double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex(@"(?<number>\d+(\.\d+)?) V\b")]
    private static partial Regex Volts();

    [GeneratedRegex(@"(?<number>\d+(\.\d+)?) A\b")]
    private static partial Regex Amps();

    [GeneratedRegex(@"(?<number>\d+(\.\d+)?) (?<unit>[kM]?ohm|[pnu]F)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
