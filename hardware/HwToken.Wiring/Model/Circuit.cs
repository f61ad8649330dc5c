// The wiring of one build: modules, their pins, what is fitted between.

using System.Text.RegularExpressions;
using HwToken.Wiring.Inputs;

namespace HwToken.Wiring.Model;

/// <summary>A resistor or a capacitor on a wire.</summary>
/// <param name="Value">As the table has it, such as "4.7 kOhm".</param>
/// <param name="To">The net at its other end; empty for one in series with the wire.</param>
public sealed record Passive(string Value, string To)
{
    public bool IsInSeries => To.Length == 0;

    public bool IsCapacitor => Value.EndsWith('F');

    /// <summary>The value with the unit's own sign.</summary>
    public string Label => Value.Replace("Ohm", "\u03A9", StringComparison.Ordinal)
        .Replace(" u", " \u00B5", StringComparison.Ordinal);
}

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

/// <summary>One pin of a part, with the net on it and what is fitted between.</summary>
public sealed record Terminal(string Net, string Pin, Remark Remark)
{
    public IEnumerable<Passive> Series => Remark.Passives.Where(passive => passive.IsInSeries);

    /// <summary>Pulls, and capacitors to ground.</summary>
    public IEnumerable<Passive> Shunts => Remark.Passives.Where(passive => !passive.IsInSeries);
}

/// <summary>A part as the builder sees it: a name and its pins.</summary>
public sealed record Module(string Name, IReadOnlyList<Terminal> Terminals);

/// <summary>The wiring of one build: the board's pins and the modules, each with its nets.</summary>
public sealed class Circuit
{
    /// <summary>The name of ground in the wiring table.</summary>
    public const string Ground = "GND";

    /// <exception cref="InvalidDataException">A net has two pins on the board.</exception>
    public Circuit(Build build, IReadOnlyList<Wire> wires)
    {
        Build = build;
        IReadOnlyList<Wire> fitted = [.. wires.Where(IsFitted)];
        Modules =
        [
            .. fitted.GroupBy(wire => NameOf(wire.Part)).Select(part => new Module(
                part.Key, [.. part.Select(wire => new Terminal(NetOf(wire.Net), wire.PartPin, RemarkOf(wire)))])),
        ];
        BoardPins = ReadBoardPins(wires);
    }

    public Build Build { get; }

    public IReadOnlyList<Module> Modules { get; }

    /// <summary>By net: where the net reaches the board; also where the line that says so is of a part left out.</summary>
    public IReadOnlyDictionary<string, string> BoardPins { get; }

    /// <summary>In the order of the table.</summary>
    public IEnumerable<string> Nets => Modules.SelectMany(m => m.Terminals).Select(t => t.Net).Distinct();

    private bool IsFitted(Wire wire) =>
        !Build.LeftOut.Contains(wire.Part) && !Build.LeftOut.Contains($"{wire.Part} {wire.PartPin}");

    private string NameOf(string part) => Build.Renamed.GetValueOrDefault(part, part);

    private string NetOf(string net) => Build.Joined.GetValueOrDefault(net, net);

    private Remark RemarkOf(Wire wire)
    {
        Remark remark = Remark.Parse(wire.Remark);
        return remark with { Passives = [.. remark.Passives.Select(p => p with { To = NetOf(p.To) })] };
    }

    private Dictionary<string, string> ReadBoardPins(IReadOnlyList<Wire> wires)
    {
        var pins = new Dictionary<string, string>();
        foreach (Wire wire in wires.Where(wire => wire.BoardPin.Length > 0 && Nets.Contains(NetOf(wire.Net))))
        {
            if (!pins.TryAdd(NetOf(wire.Net), wire.BoardPin) && pins[NetOf(wire.Net)] != wire.BoardPin)
            {
                throw new InvalidDataException(
                    $"{wire.Net} is on the pins {pins[NetOf(wire.Net)]} and {wire.BoardPin} of the {Build.Board}");
            }
        }

        return pins;
    }
}
