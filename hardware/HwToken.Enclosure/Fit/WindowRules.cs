namespace HwToken.Enclosure.Fit;

/// <summary>The whole lit area is seen, and the pane cannot fall through.</summary>
internal static class WindowRules
{
    /// <summary>Around the lit area, for looking at it from an angle and for what modules differ by.</summary>
    private const double Margin = 0.8;

    /// <summary>Width of what the pane is glued to.</summary>
    private const double Ledge = 1.2;

    public static IEnumerable<string> Findings(Layout layout)
    {
        Box opening = layout.BoxOf("window", "opening");
        double margin = opening.PlanMarginTo(layout.BoxOf("window", "lit"));
        if (margin < Margin - Box.Tolerance)
        {
            yield return $"the window leaves {margin:0.###} mm around the lit area, and must leave {Margin}";
        }

        foreach ((string name, Box pane) in layout.Boxes("window").Where(box => box.Name == "pane"))
        {
            double ledge = pane.PlanMarginTo(opening);
            if (ledge < Ledge - Box.Tolerance)
            {
                yield return $"the {name} overlaps the window's edge by {ledge:0.###} mm, and needs {Ledge}";
            }
        }
    }
}
