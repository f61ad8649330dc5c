namespace HwToken.PowerBudget.Output;

/// <summary>A bar's length, and the text beside it.</summary>
public readonly record struct Bar(double Value, string Label);

/// <summary>The bars that are first, second or third in every row.</summary>
public readonly record struct BarSeries(string Name, string Color);
