namespace HwToken.Schematic.Inputs;

/// <summary>The two builds. Their names begin the names of their files.</summary>
public static class Build
{
    /// <summary>The DevKit and modules on a breadboard.</summary>
    public const string Bench = "bench";

    /// <summary>One board with cells of its own.</summary>
    public const string Pocket = "pocket";

    public static IReadOnlyList<string> Names { get; } = [Bench, Pocket];
}
