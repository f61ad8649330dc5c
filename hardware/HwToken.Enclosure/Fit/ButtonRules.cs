namespace HwToken.Enclosure.Fit;

/// <summary>
/// A finger presses the recessed button, and what lies in a bag does not. Both are round things laid on the mouth of
/// the hole: how deep they reach into it is the height of a spherical cap.
/// </summary>
internal static class ButtonRules
{
    /// <summary>How much deeper or less deep than the contact they must reach, in mm.</summary>
    private const double Margin = 0.2;

    public static IEnumerable<string> Findings(Layout layout)
    {
        double mouth = layout.Number("button_mouth");
        double contact = layout.Number("button_recess") + layout.Number("button_travel");
        double finger = Reach(layout.Number("finger_radius"), mouth);
        double bag = Reach(layout.Number("bag_radius"), mouth);
        if (finger < contact + Margin)
        {
            yield return $"a finger reaches {finger:0.##} mm deep, and the button closes at {contact:0.##}";
        }

        if (bag > contact - Margin)
        {
            yield return $"something round in a bag reaches {bag:0.##} mm deep, and the button "
                + $"closes at {contact:0.##}";
        }
    }

    /// <summary>How deep a ball sinks into a round hole; as deep as it likes if it passes.</summary>
    internal static double Reach(double radius, double hole) => hole / 2 >= radius
        ? double.PositiveInfinity
        : radius - Math.Sqrt((radius * radius) - (hole * hole / 4));
}
