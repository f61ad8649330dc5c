namespace HwToken.Enclosure.Fit;

/// <summary>Everything that must be true of a drawing before it is printed.</summary>
public static class FitCheck
{
    /// <returns>What is wrong, a sentence each; empty: it fits.</returns>
    /// <exception cref="InvalidDataException">The drawing does not report what a rule needs.</exception>
    public static IReadOnlyList<string> Findings(Layout layout) =>
    [
        .. ModuleRules.Findings(layout),
        .. WindowRules.Findings(layout),
        .. PrintRules.Findings(layout),
        .. layout.HasBoxes("boss") ? ScrewRules.Findings(layout) : [],
        .. layout.HasBoxes("button") ? ButtonRules.Findings(layout) : [],
        .. layout.HasBoxes("seal") ? TamperRules.Findings(layout) : [],
    ];
}
