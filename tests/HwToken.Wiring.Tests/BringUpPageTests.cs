using System.Globalization;
using System.Text.RegularExpressions;

namespace HwToken.Wiring.Tests;

/// <summary>The arithmetic of hardware/bring-up.md.</summary>
public partial class BringUpPageTests
{
    private const double SecondsInSevenDays = 7 * 86400;

    private static readonly string Text = File.ReadAllText(Repository.PathOf("hardware", "bring-up.md"));

    [Fact]
    public void SevenDays_Table_HoldsSecondsAndPartsPerMillionTogether()
    {
        MatchCollection rows = SevenDaysRow().Matches(Text);

        Assert.Equal(4, rows.Count);
        Assert.All(rows, row => Assert.Equal(Number(row, 1), Number(row, 2) * SecondsInSevenDays / 1e6, 2));
        Assert.Equal(rows.Select(row => Number(row, 2)).Order(), rows.Select(row => Number(row, 2)));
    }

    [Theory]
    [InlineData("1 ppm is 0.605 s", 1e-6 * SecondsInSevenDays, 0.605)]
    [InlineData("20 ms in seven days are 0.033 ppm", 0.020 / SecondsInSevenDays * 1e6, 0.033)]
    [InlineData("30 days for 0.39 ppm", 1 / (30 * 86400.0) * 1e6, 0.39)]
    [InlineData("0.06 s in seven days", 0.1e-6 * SecondsInSevenDays, 0.06)]
    public void SevenDays_Sentence_IsRight(string sentence, double computed, double printed)
    {
        Assert.Contains(sentence, Text.Replace('\n', ' '), StringComparison.Ordinal);
        Assert.InRange(computed, printed * 0.985, printed * 1.015);
    }

    private static double Number(Match row, int group) =>
        double.Parse(row.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\| up to ([0-9.]+) s \| ([0-9.]+) \|", RegexOptions.Multiline)]
    private static partial Regex SevenDaysRow();
}
