namespace HwToken.PowerBudget.Inputs;

/// <summary>Which of a figure's three values is used. A computation uses the same corner for all figures.</summary>
public enum Corner
{
    /// <summary>The least current, the largest cell.</summary>
    Best,

    /// <summary>What the manufacturer or a measurement calls typical.</summary>
    Typical,

    /// <summary>The manufacturer's maximum, or a stated bound where the manufacturer gives none.</summary>
    Worst,
}
