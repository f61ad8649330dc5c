namespace HwToken.Enclosure.Fit;

/// <summary>Nothing is thinner than the printer can lay.</summary>
internal static class PrintRules
{
    public static IEnumerable<string> Findings(Layout layout)
    {
        double thinnest = layout.Number("thinnest");
        double least = layout.Number("min_wall");
        if (thinnest < least - Box.Tolerance)
        {
            yield return $"something is {thinnest:0.###} mm thick, and the printer needs {least:0.###}";
        }
    }
}
