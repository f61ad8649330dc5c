using System.Text.RegularExpressions;

namespace HwToken.Wiring.Model;

/// <summary>
/// The remark of a wire, taken apart: "220 kOhm in series", "pull-down 330 kOhm to GND" or "1 MOhm and 10 nF to GND"
/// are parts; anything else is a note to the builder. Semicolons separate.
/// </summary>
public sealed partial record Remark(IReadOnlyList<Passive> Passives, IReadOnlyList<string> Notes)
{
    public static Remark Parse(string text)
    {
        var passives = new List<Passive>();
        var notes = new List<string>();
        foreach (string clause in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            Match series = InSeries().Match(clause);
            Match shunt = ToANet().Match(clause);
            if (series.Success)
            {
                passives.Add(new Passive(series.Groups["value"].Value, ""));
            }
            else if (shunt.Success)
            {
                passives.AddRange(shunt.Groups["value"].Captures.Select(v => new Passive(v.Value, shunt.Groups["net"].Value)));
            }
            else
            {
                notes.Add(clause);
            }
        }

        return new(passives, notes);
    }

    [GeneratedRegex(@"^(?<value>[0-9.]+ [kMunp]?(Ohm|F)) in series$")]
    private static partial Regex InSeries();

    [GeneratedRegex(
        @"^(pull-up |pull-down )?(?<value>[0-9.]+ [kMunp]?(Ohm|F))( and (?<value>[0-9.]+ [kMunp]?(Ohm|F)))* to (?<net>[A-Z0-9_]+)$")]
    private static partial Regex ToANet();
}
