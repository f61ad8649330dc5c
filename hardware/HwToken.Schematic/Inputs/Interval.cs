namespace HwToken.Schematic.Inputs;

/// <summary>From the least to the most that a quantity takes, or that a pin allows.</summary>
public readonly record struct Interval(double Least, double Most)
{
    /// <summary>So that 3.3 computed is 3.3 written.</summary>
    private const double Rounding = 1e-9;

    public bool Contains(double value) => value >= Least - Rounding && value <= Most + Rounding;

    public bool Contains(Interval other) => Contains(other.Least) && Contains(other.Most);

    public Interval Times(double factor) => new(Least * factor, Most * factor);

    public override string ToString() => FormattableString.Invariant($"{Least:0.##} to {Most:0.##}");
}
