using HwToken.Pages;
using HwToken.Wiring.Inputs;
using HwToken.Wiring.Model;

namespace HwToken.Wiring.Output;

/// <summary>Board, modules and coloured wires; with a step, its wires are strong and all others pale.</summary>
public sealed class WiringPicture(Circuit circuit, Step? step = null)
{
    private const double WireWidth = 2.6;

    /// <summary>White beside a wire, to distinguish crossing wires from joined ones.</summary>
    private const double CasingWidth = 7;

    private static readonly SvgFont Title = new(16, "#222222", IsBold: true);
    private static readonly SvgFont Small = new(11, "#666666");

    private readonly Layout _layout = new(circuit);
    private readonly Palette _palette = new(circuit.Nets);

    public string ToSvg()
    {
        string title = circuit.Build.Title + (step is null ? "" : $", step {step.Key}");
        var svg = new Svg(_layout.Width, _layout.Height, title);
        svg.Text(Layout.Left, 28, title, Title);
        svg.Text(Layout.Left, 47, Subtitle, Small);
        DrawBoard(svg);

        // Pale wires first: the step's own lie over them.
        foreach (string net in circuit.Nets.OrderBy(IsShown))
        {
            DrawNet(svg, net);
        }

        foreach (ModuleBox module in _layout.Modules)
        {
            DrawModule(svg, module);
        }

        foreach (Row row in _layout.Rows)
        {
            DrawPassives(svg, row);
        }

        DrawProbes(svg);
        DrawLegend(svg);
        return svg.ToString();
    }

    private string Subtitle => step is null
        ? circuit.Build.Note
        : "Strong: this step's wires. Pale: the others. A number: where the red probe of that measurement goes.";

    private bool IsShown(string net) => step is null || step.Nets.Contains(net);

    private string ColorOf(string net) => IsShown(net) ? _palette[net] : Palette.Pale;

    private void DrawBoard(Svg svg)
    {
        svg.Box(
            Layout.Left, Layout.Top, Layout.BoardWidth, _layout.Bottom - Layout.Top, "#e8f0ea", "#4a6b54", radius: 6);
        svg.Text(
            Layout.Left + (Layout.BoardWidth / 2), Layout.Top + 20, circuit.Build.Board, new SvgFont(13, "#222222", true),
            "middle");
        foreach ((string net, string pin) in circuit.BoardPins)
        {
            double y = _layout.FirstRowOf(net).Y;
            string name = char.IsAsciiDigit(pin[0]) && pin.All(char.IsAsciiDigit) ? "GPIO " + pin : pin;
            svg.Text(Layout.BoardRight - 10, y + 4, name, new SvgFont(12.5, TextColor(net)), "end");
        }
    }

    private string TextColor(string net) => IsShown(net) ? "#222222" : "#b0b0b0";

    private void DrawNet(Svg svg, string net)
    {
        IReadOnlyList<Row> rows = [.. _layout.Rows.Where(row => row.Terminal.Net == net)];
        string color = ColorOf(net);
        double? track = _layout.TrackOf(net);
        bool hasBoardPin = circuit.BoardPins.ContainsKey(net);
        foreach (Row row in rows)
        {
            double start = hasBoardPin && row == rows[0] ? Layout.BoardRight : track ?? Layout.BoardRight;
            DrawWire(svg, start, row.Y, _layout.ModuleLeft, row.Y, color);
            double nameX = start == Layout.BoardRight ? Layout.BoardRight + 8 : _layout.ProbeX + 14;
            svg.Text(nameX, row.Y - 5, net, new SvgFont(11, color, IsBold: true));
        }

        if (track is { } x)
        {
            DrawWire(svg, x, rows[0].Y, x, rows[^1].Y, color);
            foreach (Row row in rows)
            {
                svg.Dot(x, row.Y, 4, color);
            }
        }
    }

    private static void DrawWire(Svg svg, double x1, double y1, double x2, double y2, string color)
    {
        bool horizontal = y1 == y2;
        double trim = CasingWidth / 2;
        svg.Line(
            horizontal ? x1 + trim : x1, horizontal ? y1 : y1 + trim, horizontal ? x2 - trim : x2,
            horizontal ? y2 : y2 - trim, "#ffffff", CasingWidth);
        svg.Line(x1, y1, x2, y2, color, WireWidth);
    }

    private void DrawModule(Svg svg, ModuleBox box)
    {
        bool isShown = box.Rows.Any(row => IsShown(row.Terminal.Net));
        svg.Box(
            _layout.ModuleLeft, box.Top, Layout.ModuleWidth, box.Height, isShown ? "#eef2f8" : "#fafafa",
            isShown ? "#4a5b78" : "#cccccc", radius: 6);
        svg.Text(
            _layout.ModuleLeft + 10, box.Top + 18, box.Module.Name,
            new SvgFont(13, isShown ? "#222222" : "#b0b0b0", IsBold: true));
        foreach (Row row in box.Rows)
        {
            string color = TextColor(row.Terminal.Net);
            svg.Text(_layout.ModuleLeft + 10, row.Y + 4, row.Terminal.Pin, new SvgFont(12.5, color));
            double y = row.Y + 18;
            foreach (string line in Row.Notes(row.Terminal))
            {
                svg.Text(_layout.ModuleLeft + 10, y, line, new SvgFont(10.5, isShown ? "#666666" : "#c0c0c0"));
                y += 13;
            }
        }
    }

    private void DrawPassives(Svg svg, Row row)
    {
        string color = ColorOf(row.Terminal.Net);
        int slot = 0;
        foreach (Passive shunt in row.Terminal.Shunts)
        {
            string rail = IsShown(row.Terminal.Net) ? _palette[shunt.To] : Palette.Pale;
            Symbols.DrawShunt(svg, _layout.ShuntX(slot++), row.Y, shunt, color, rail);
        }

        foreach (Passive passive in row.Terminal.Series)
        {
            Symbols.DrawSeries(svg, _layout.SeriesX, row.Y, passive, color);
        }
    }

    private void DrawProbes(Svg svg)
    {
        foreach (string net in circuit.Nets)
        {
            IReadOnlyList<int> numbers = step?.ProbesOn(net) ?? [];
            if (numbers.Count == 0)
            {
                continue;
            }

            string text = string.Join(", ", numbers);
            double y = _layout.FirstRowOf(net).Y;
            double width = 12 + (7 * text.Length);
            svg.Box(_layout.ProbeX - (width / 2), y - 9, width, 18, "#fff59d", "#222222", radius: 9);
            svg.Text(_layout.ProbeX, y + 4, text, new SvgFont(11.5, "#222222", IsBold: true), "middle");
        }
    }

    private void DrawLegend(Svg svg)
    {
        double y = _layout.Bottom + 26;
        svg.Dot(Layout.Left + 5, y - 4, 4, "#222222");
        svg.Text(Layout.Left + 16, y, "joined; wires that cross without a dot do not touch", Small);
    }
}
