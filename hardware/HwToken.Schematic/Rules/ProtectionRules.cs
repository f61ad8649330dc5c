// Protection: fuse, discharges, diode paths between sources.

using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

namespace HwToken.Schematic.Rules;

/// <summary>Behind the USB connector everything that takes current does so through a fuse that carries it.</summary>
public sealed class FuseRule : IRule
{
    private const double MilliampsPerAmp = 1000;

    public string Title => "USB feeds everything through a fuse, which carries the load and leaves enough voltage";

    public IEnumerable<string> Check(Design design)
    {
        foreach (string net in design.Netlist.Terminals.Where(t => t.Pin.Has("fuse")).Select(t => t.Net).Distinct())
        {
            foreach (Terminal terminal in design.Netlist.On(net).Where(t => t.Pin.Type == PinType.PowerIn))
            {
                yield return $"{terminal} takes its supply from {net} without a fuse";
            }

            foreach ((Component fuse, string behind) in design.Netlist.Across(net, "fuse"))
            {
                foreach (string finding in Check(design, fuse, net, behind))
                {
                    yield return finding;
                }
            }
        }
    }

    private static IEnumerable<string> Check(Design design, Component fuse, string net, string behind)
    {
        string value = design.LineOf(fuse).Value;
        double load = RegulatorRule.LoadBehind(design, behind);
        if (Quantity.FindAmps(value) is not { } hold || Quantity.Find(value) is not { } ohms)
        {
            yield return $"{fuse}: bom.csv must give its hold current and its resistance, such as '0.5 A hold 0.8 ohm'";
            yield break;
        }

        if (load > hold * MilliampsPerAmp)
        {
            yield return FormattableString.Invariant(
                $"{fuse} holds {hold * MilliampsPerAmp:0} mA, and {behind} takes {load:0.#} mA");
        }

        if (design.VoltsOf(net) is { } before && design.VoltsOf(behind) is { } after
            && after.Least > before.Least - (ohms * load / MilliampsPerAmp) + 1e-9)
        {
            double left = before.Least - (ohms * load / MilliampsPerAmp);
            yield return FormattableString.Invariant(
                $"{fuse} leaves {left:0.##} V, but {behind} is said to be {after.Least:0.##} V at least");
        }
    }
}

/// <summary>
/// What a finger or a plug touches is clamped: a protection diode, or a capacitor so large that a discharge hardly
/// lifts it. The bench build stays on the table and has none.
/// </summary>
public sealed class DischargeRule : IRule
{
    /// <summary>8 kV out of 150 pF (IEC 61000-4-2) lift this by 1.2 V at most.</summary>
    private const double LargeFarads = 1e-6;

    public string Title => "what a finger or a plug touches is protected against discharges";

    public IEnumerable<string> Check(Design design)
    {
        if (design.Build != Build.Pocket)
        {
            yield break;
        }

        foreach (Terminal touched in design.Netlist.Terminals.Where(t => t.Pin.Has("discharge")).DistinctBy(t => t.Net))
        {
            double farads = design.Netlist.Across(touched.Net, "capacitor").Where(c => c.Net == Terminal.Ground)
                .Sum(c => design.ValueOf(c.Part) ?? 0);
            bool clamped = design.Netlist.On(touched.Net).Any(t => IsProtection(t.Component));
            if (!clamped && farads < LargeFarads)
            {
                yield return $"{touched} can be touched, and nothing protects {touched.Net} against a discharge";
            }

            foreach (Component part in design.Netlist.On(touched.Net).Select(t => t.Component)
                .Where(c => c.WiringName == WiringRule.Chip))
            {
                yield return $"{touched.Net} leads from {touched} to {part} without a resistor";
            }
        }

        foreach (Component diode in design.Netlist.Components.Where(c => c.Symbol.Shape == "tvs"))
        {
            foreach (string finding in CheckStandOff(design, diode))
            {
                yield return finding;
            }
        }
    }

    private static bool IsProtection(Component component) =>
        component.Symbol.Shape == "tvs" || component.Symbol.Title.Contains("ESD", StringComparison.Ordinal);

    /// <summary>A protection diode does not conduct at the highest voltage that its net has in use.</summary>
    private static IEnumerable<string> CheckStandOff(Design design, Component diode)
    {
        double? standOff = Quantity.FindVolts(design.LineOf(diode).Value);
        foreach (Terminal terminal in design.Netlist.Of(diode).Where(t => t.Net != Terminal.Ground))
        {
            IEnumerable<string> feeds = design.Netlist.Across(terminal.Net, "switch").Select(across => across.Net)
                .Append(terminal.Net);
            double most = feeds.Max(feed => design.VoltsOf(feed)?.Most ?? 0);
            if (standOff is null || most > standOff)
            {
                yield return FormattableString.Invariant(
                    $"{diode} allows {standOff ?? 0:0.##} V, but {terminal.Net} has up to {most:0.##} V");
            }
        }
    }
}

/// <summary>
/// While one source feeds a net, no other source with a higher voltage reaches it through a diode: not through the one
/// that every MOSFET has from drain to source (P channel) either. USB at its lowest must spare new cells.
/// </summary>
public sealed class BackfeedRule : IRule
{
    /// <summary>From this difference on a diode counts as conducting, volts.</summary>
    private const double Conducts = 0.3;

    public string Title => "no source feeds through a diode what another source feeds at a lower voltage";

    public IEnumerable<string> Check(Design design) =>
        from path in Paths(design)
        where design.VoltsOf(path.From) is not null
        from other in design.Netlist.On(path.To)
        where other.Pin.Type == PinType.PowerOut
        from input in design.Netlist.Of(other.Component)
        where input.Pin.Type == PinType.PowerIn && !IsFedBy(design, input.Net, path.From)
        let high = design.VoltsOf(path.From)!.Value.Most
        let low = design.VoltsOf(input.Net)?.Least ?? 0
        where high - low > Conducts
        select FormattableString.Invariant(
            $"{path.Part}: {path.From} at {high:0.##} V feeds {path.To}, which {other.Component} holds at {low:0.##} V");

    /// <summary>The diodes of a part, by the names of their pins.</summary>
    private static (string Anode, string Cathode)[] DiodesOf(Component component) => component.Symbol.Shape switch
    {
        "pmos" => [("D", "S")],
        "diode" or "junction-diode" => [("A", "K")],
        "dual-diode" => [("A1", "K"), ("A2", "K")],
        _ => [],
    };

    private static IEnumerable<(Component Part, string From, string To)> Paths(Design design) =>
        from component in design.Netlist.Components
        from diode in DiodesOf(component)
        from anode in design.Netlist.Of(component)
        where anode.Pin.Name == diode.Anode
        from cathode in design.Netlist.Of(component)
        where cathode.Pin.Name == diode.Cathode
        select (component, anode.Net, cathode.Net);

    private static bool IsFedBy(Design design, string net, string source) =>
        net == source || design.Netlist.Across(net, "fuse", "loop").Any(across => across.Net == source);
}
