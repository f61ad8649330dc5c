using HwToken.PowerBudget.Inputs;

namespace HwToken.PowerBudget.Model;

/// <summary>What draws current from a cell.</summary>
/// <param name="Standby">Between two uses.</param>
/// <param name="Awake">While the token is used.</param>
public sealed record Design(string Title, IReadOnlyList<Figure> Standby, IReadOnlyList<Figure> Awake)
{
    public double StandbyMicroamps(Corner corner) => Standby.Sum(figure => figure.Microamps(corner));

    public double AwakeMilliamps(Corner corner) => Awake.Sum(figure => figure.Milliamps(corner));

    /// <summary>The same with one more current that never stops.</summary>
    public Design Adding(string title, Figure current) => this with { Title = title, Standby = [.. Standby, current] };
}
