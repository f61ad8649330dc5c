using HwToken.Pages;
using HwToken.Schematic.Inputs;

namespace HwToken.Schematic.Model;

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
