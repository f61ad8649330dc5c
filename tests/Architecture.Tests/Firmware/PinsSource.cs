using System.Text.RegularExpressions;

namespace HwToken.Architecture.Tests.Firmware;

/// <summary>HwToken.Firmware/Pins.cs, read as text: it compiles for the chip alone.</summary>
internal static partial class PinsSource
{
    private static readonly string Text =
        File.ReadAllText(Repository.PathOf("firmware", "HwToken.Firmware", "Pins.cs"));

    /// <summary>The numbers that a board's method sets, by the net that a property is named for: I2cData, I2C_DATA.</summary>
    public static SortedDictionary<string, int> NumbersOf(Board board)
    {
        Match method = Regex.Match(Text, $@"private static Pins {board}\(\)\s*\{{.*?\n    \}}", RegexOptions.Singleline);
        Assert.True(method.Success, $"Pins.{board} was not found");
        return new SortedDictionary<string, int>(
            Assignment().Matches(method.Value).ToDictionary(
                m => CapitalInside().Replace(m.Groups["name"].Value, "_$0").ToUpperInvariant(),
                m => int.Parse(m.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture)),
            StringComparer.Ordinal);
    }

    /// <summary>Only what are pins: the converter's channel and scale are not.</summary>
    public static SortedDictionary<string, int> PinsOf(Board board) => new(
        NumbersOf(board)
            .Where(n => n.Key != "BATTERY_CHANNEL" && !n.Key.StartsWith("ADC_", StringComparison.Ordinal))
            .ToDictionary(n => n.Key, n => n.Value),
        StringComparer.Ordinal);

    [GeneratedRegex(@"^\s+(?<name>\w+) = (?<number>\d+),", RegexOptions.Multiline)]
    private static partial Regex Assignment();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex CapitalInside();
}
