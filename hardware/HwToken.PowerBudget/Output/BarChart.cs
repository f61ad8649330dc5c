// Bar charts.

using HwToken.Pages;

namespace HwToken.PowerBudget.Output;

/// <summary>The position of values on an axis: 0 at its left end, 1 at its right end.</summary>
public sealed class Scale
{
    private readonly Func<double, double> _transform;
    private readonly double _left;
    private readonly double _right;

    private Scale(Func<double, double> transform, double left, double right, IReadOnlyList<(double, string)> ticks)
    {
        _transform = transform;
        _left = transform(left);
        _right = transform(right);
        Ticks = ticks;
    }

    public IReadOnlyList<(double Value, string Label)> Ticks { get; }

    public static Scale Linear(double right, params (double, string)[] ticks) => new(value => value, 0, right, ticks);

    /// <summary>Equal ratios are equally long: for values from hours to decades.</summary>
    public static Scale Logarithmic(double left, double right, params (double, string)[] ticks) =>
        new(Math.Log, left, right, ticks);

    /// <summary>Values beyond an end are placed at that end.</summary>
    public double Position(double value) => Math.Clamp((_transform(value) - _left) / (_right - _left), 0, 1);
}

/// <summary>A bar's length, and the text beside it.</summary>
public readonly record struct Bar(double Value, string Label);

/// <summary>The bars that are first, second or third in every row.</summary>
public readonly record struct BarSeries(string Name, string Color);

/// <summary>Bars from the left: one row per name, one bar per series in it.</summary>
public sealed class BarChart(string title, Scale scale, IReadOnlyList<BarSeries> series)
{
    private const int Width = 820;
    private const int LabelWidth = 300;
    private const int PlotWidth = 400;
    private const int TitleBaseline = 20;
    private const int LegendTop = 34;
    private const int Top = 62;
    private const int BarHeight = 15;
    private const int RowGap = 14;
    private const int LegendStep = 110;
    private const int LegendBox = 11;
    private const int Baseline = 4;
    private const int TextGap = 6;
    private const int AxisHeight = 24;
    private const int SmallestBar = 1;

    private readonly List<(string Name, IReadOnlyList<Bar> Bars)> _rows = [];

    public void Add(string name, IReadOnlyList<Bar> bars) => _rows.Add((name, bars));

    public string ToSvg()
    {
        int rowHeight = (series.Count * BarHeight) + RowGap;
        int bottom = Top + (_rows.Count * rowHeight);
        var svg = new Svg(Width, bottom + AxisHeight, title);
        svg.Text(TextGap, TitleBaseline, title);
        DrawLegend(svg);
        foreach ((double value, string label) in scale.Ticks)
        {
            double x = LabelWidth + (scale.Position(value) * PlotWidth);
            svg.VerticalLine(x, Top - TextGap, bottom, "#cccccc");
            svg.Text(x, bottom + (AxisHeight / 2) + Baseline, label, "middle");
        }

        for (int row = 0; row < _rows.Count; row++)
        {
            DrawRow(svg, Top + (row * rowHeight), _rows[row].Name, _rows[row].Bars);
        }

        return svg.ToString();
    }

    private void DrawLegend(Svg svg)
    {
        for (int i = 0; i < series.Count; i++)
        {
            int x = LabelWidth + (i * LegendStep);
            svg.Rectangle(x, LegendTop, LegendBox, LegendBox, series[i].Color);
            svg.Text(x + LegendBox + TextGap, LegendTop + LegendBox - 1, series[i].Name);
        }
    }

    private void DrawRow(Svg svg, int top, string name, IReadOnlyList<Bar> bars)
    {
        svg.Text(LabelWidth - TextGap, top + (bars.Count * BarHeight / 2) + Baseline, name, "end");
        for (int i = 0; i < bars.Count; i++)
        {
            double length = Math.Max(SmallestBar, scale.Position(bars[i].Value) * PlotWidth);
            int y = top + (i * BarHeight);
            svg.Rectangle(LabelWidth, y, length, BarHeight - 1, series[i].Color);
            svg.Text(LabelWidth + length + TextGap, y + BarHeight - Baseline, bars[i].Label);
        }
    }
}
