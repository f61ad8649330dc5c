using HwToken.Wiring.Inputs;

namespace HwToken.Wiring.Model;

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
