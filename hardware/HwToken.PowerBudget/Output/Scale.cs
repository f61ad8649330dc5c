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
