// Which pins of which parts are joined.

using HwToken.Pages;
using HwToken.Schematic.Inputs;

namespace HwToken.Schematic.Model;

/// <summary>A part of a build: a line of its parts table.</summary>
/// <param name="Reference">Designator, such as R11.</param>
/// <param name="BomReference">The line of bom.csv to buy it from.</param>
/// <param name="WiringName">What wiring.csv calls it; empty where that table does not have it.</param>
/// <param name="WiringPins">Pin numbers by the names that wiring.csv uses, where the symbol has others.</param>
/// <param name="X">The middle of the symbol in the drawing, in grid units.</param>
/// <param name="Turn">Clockwise, degrees: 0, 90, 180 or 270.</param>
public sealed record Component(
    string Reference, string BomReference, Symbol Symbol, string WiringName,
    IReadOnlyDictionary<string, string> WiringPins, int X, int Y, int Turn)
{
    public bool IsDrawn => Symbol.Shape != Symbol.Mechanical;

    /// <param name="record">With a wiring column such as "power latch; HOLD=2".</param>
    public static Component Read(CsvRecord record, SymbolTable symbols)
    {
        string[] wiring = record["wiring"].Split("; ");
        return new Component(
            record["ref"], record["bom"], symbols[record["symbol"]], wiring[0],
            wiring.Skip(1).Select(alias => alias.Split('=')).ToDictionary(alias => alias[0], alias => alias[^1]),
            (int)record.Number("x"), (int)record.Number("y"), (int)record.Number("turn"));
    }

    /// <summary>The pins that wiring.csv means by a name.</summary>
    public IEnumerable<SymbolPin> PinsInWiring(string name) =>
        WiringPins.TryGetValue(name, out string? number)
            ? Symbol.Pins.Where(pin => pin.Number == number)
            : Symbol.Pins.Where(pin => pin.Name == name);

    public override string ToString() => Reference;
}

/// <summary>A pin of a part and the net that it is on: a line of a build's nets table.</summary>
/// <param name="Remark">Why a pin is open, or a remark for a rule.</param>
public sealed record Terminal(Component Component, SymbolPin Pin, string Net, string Remark)
{
    /// <summary>The net of the pins that are left open on purpose.</summary>
    public const string Open = "NC";

    public const string Ground = "GND";

    public bool IsOpen => Net == Open;

    public override string ToString() => $"{Component.Reference}.{Pin.Number} ({Pin.Name})";
}

/// <summary>One build's parts, and which of their pins are joined.</summary>
public sealed class Netlist
{
    private readonly ILookup<string, Terminal> _byNet;
    private readonly ILookup<string, Terminal> _byComponent;

    public Netlist(IReadOnlyList<Component> components, IReadOnlyList<Terminal> terminals)
    {
        Components = components;
        Terminals = terminals;
        _byNet = terminals.Where(t => !t.IsOpen).ToLookup(t => t.Net);
        _byComponent = terminals.ToLookup(t => t.Component.Reference);
    }

    public IReadOnlyList<Component> Components { get; }

    /// <summary>Every pin of every part, in the order of the file.</summary>
    public IReadOnlyList<Terminal> Terminals { get; }

    /// <summary>All but the open pins' and in the order of the file.</summary>
    public IEnumerable<string> Nets => _byNet.Select(net => net.Key);

    /// <exception cref="InvalidDataException">
    /// A part is given twice, a pin has no part, or the table and the symbol do not have the same pins by the same names.
    /// </exception>
    public static Netlist Read(
        SymbolTable symbols, IReadOnlyList<CsvRecord> parts, IReadOnlyList<CsvRecord> nets)
    {
        var components = new Dictionary<string, Component>();
        foreach (CsvRecord record in parts)
        {
            var component = Component.Read(record, symbols);
            if (!components.TryAdd(component.Reference, component))
            {
                throw new InvalidDataException($"{record.Place}: {component} is given twice");
            }
        }

        Terminal[] terminals = [.. nets.Select(record => ReadTerminal(record, components))];
        foreach (Component component in components.Values)
        {
            IEnumerable<string> given = terminals.Where(t => t.Component == component).Select(t => t.Pin.Number);
            IEnumerable<string> wanted = component.Symbol.Pins.Select(pin => pin.Number);
            if (!given.Order().SequenceEqual(wanted.Order()))
            {
                throw new InvalidDataException(
                    $"{component}: the nets table does not give each pin of its symbol {component.Symbol.Name} once");
            }
        }

        return new Netlist([.. components.Values], terminals);
    }

    public IEnumerable<Terminal> On(string net) => _byNet[net];

    public IEnumerable<Terminal> Of(Component component) => _byComponent[component.Reference];

    /// <summary>The other pins of parts of these shapes that have a pin on a net, open ones left out.</summary>
    /// <param name="shapes">See <see cref="Symbol.Shape"/>.</param>
    public IEnumerable<(Component Part, string Net)> Across(string net, params string[] shapes) =>
        from terminal in On(net)
        where shapes.Contains(terminal.Component.Symbol.Shape)
        from other in Of(terminal.Component)
        where !other.IsOpen && other.Net != net
        select (terminal.Component, other.Net);

    private static Terminal ReadTerminal(CsvRecord record, Dictionary<string, Component> components)
    {
        if (!components.TryGetValue(record["ref"], out Component? component))
        {
            throw new InvalidDataException($"{record.Place}: the parts table has no {record["ref"]}");
        }

        SymbolPin? pin = component.Symbol.Pins.FirstOrDefault(
            p => p.Number == record["pin"] && p.Name == record["name"]);
        return pin is null
            ? throw new InvalidDataException(
                $"{record.Place}: the symbol {component.Symbol.Name} has no pin {record["pin"]} {record["name"]}")
            : new Terminal(component, pin, record["net"], record["remark"]);
    }
}
