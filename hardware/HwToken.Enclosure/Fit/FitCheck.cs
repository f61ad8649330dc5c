// Whether everything fits: bought parts, plastic, screws, and what a finger or an eye reaches.

using HwToken.Enclosure.Mesh;

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

/// <summary>Every part is inside its cavity, and no two are in each other's way.</summary>
internal static class ModuleRules
{
    public static IEnumerable<string> Findings(Layout layout) => Inside(layout).Concat(Apart(layout));

    private static IEnumerable<string> Inside(Layout layout)
    {
        foreach (PlacedModule module in layout.Modules)
        {
            Box cavity = layout.BoxOf("cavity", module.Cavity);
            (string Side, double Room)[] sides =
            [
                ("-x", module.Box.Low.X - cavity.Low.X), ("+x", cavity.High.X - module.Box.High.X),
                ("-y", module.Box.Low.Y - cavity.Low.Y), ("+y", cavity.High.Y - module.Box.High.Y),
                ("+z", cavity.High.Z - module.Box.High.Z),
            ];
            foreach ((string side, double room) in sides)
            {
                if (side != module.Opening && room < module.Clearance - Box.Tolerance)
                {
                    yield return $"{module.Name} has {room:0.###} mm of room on {side} in {module.Cavity}, "
                        + $"and needs {module.Clearance:0.###}";
                }
            }

            // It may lie on the floor.
            if (module.Box.Low.Z < cavity.Low.Z - Box.Tolerance)
            {
                yield return $"{module.Name} reaches {cavity.Low.Z - module.Box.Low.Z:0.###} mm into the floor of "
                    + module.Cavity;
            }
        }
    }

    private static IEnumerable<string> Apart(Layout layout) =>
        from a in layout.Modules.Index()
        from b in layout.Modules.Index()
        where a.Index < b.Index && a.Item.Cavity == b.Item.Cavity
        let needed = Touch(a.Item, b.Item) ? 0 : Math.Max(a.Item.Clearance, b.Item.Clearance)
        let gap = a.Item.Box.GapTo(b.Item.Box)
        where gap < needed - Box.Tolerance
        select gap < 0
            ? $"{a.Item.Name} and {b.Item.Name} overlap by {-gap:0.###} mm"
            : $"{a.Item.Name} and {b.Item.Name} are {gap:0.###} mm apart, and need {needed:0.###}";

    private static bool Touch(PlacedModule a, PlacedModule b) => a.RestsOn == b.Name || b.RestsOn == a.Name;
}

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

/// <summary>No boss, screw or peg meets a part: cells least of all.</summary>
internal static class ScrewRules
{
    /// <summary>Between printed posts and parts.</summary>
    private const double Gap = 0.3;

    public static IEnumerable<string> Findings(Layout layout) =>
        Posts(layout).Concat(Notches(layout)).Concat(Tips(layout));

    // The board is cut out round the bosses, and carries the pegs: Notches looks at that.
    private static IEnumerable<string> Posts(Layout layout) =>
        from post in layout.Boxes("boss").Concat(layout.Boxes("peg"))
        from module in layout.Modules
        where module.Name != "pcb"
        let gap = post.Box.GapTo(module.Box)
        where gap < Gap - Box.Tolerance
        select $"the post {post.Name} is {gap:0.###} mm from {module.Name}, and needs {Gap}";

    private static IEnumerable<string> Notches(Layout layout)
    {
        Box board = layout.Modules.Single(module => module.Name == "pcb").Box;
        foreach ((string name, Box boss) in layout.Boxes("boss").Where(boss => boss.Box.PlanGapTo(board) < Gap))
        {
            // The part of the boss that would cover the board must lie in one notch, its gap included.
            var needed = new Box(
                new(Math.Max(boss.Low.X - Gap, board.Low.X), Math.Max(boss.Low.Y - Gap, board.Low.Y), 0),
                new(Math.Min(boss.High.X + Gap, board.High.X), Math.Min(boss.High.Y + Gap, board.High.Y), 0));
            if (!layout.Boxes("notch").Any(notch => notch.Box.PlanMarginTo(needed) >= -Box.Tolerance))
            {
                yield return $"the board has no notch for the boss {name}";
            }
        }
    }

    private static IEnumerable<string> Tips(Layout layout) =>
        from boss in layout.Boxes("boss")
        let floor = layout.BoxOf("cavity", "electronics").Low.Z
        where boss.Box.Low.Z < floor - Box.Tolerance
        select $"the screw {boss.Name} ends {floor - boss.Box.Low.Z:0.###} mm inside the back of the case";
}

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

/// <summary>The seal lies over the seam, a screw and the tamper loop's end, and not over the cells' door.</summary>
internal static class TamperRules
{
    /// <summary>Of the seal on either side of the seam: enough to hold.</summary>
    private const double Hold = 8;

    /// <summary>Around what the seal hides.</summary>
    private const double Cover = 0.5;

    /// <summary>Between the loop's straight run and anything else.</summary>
    private const double RunGap = 0.5;

    public static IEnumerable<string> Findings(Layout layout)
    {
        Box onLid = layout.BoxOf("seal", "on_lid");
        Box onWall = layout.BoxOf("seal", "on_wall");
        Box lid = layout.BoxOf("lid", "lid");
        Box well = layout.BoxOf("loop", "well");
        Box run = layout.BoxOf("loop", "run");

        if (lid.PlanMarginTo(onLid) < -Box.Tolerance || lid.PlanMarginTo(onWall) < -Box.Tolerance)
        {
            yield return "the seal lies over the door of the cells: changing cells would break it";
        }

        if (onLid.Size.X < Hold || lid.Low.Z - onWall.Low.Z < Hold)
        {
            yield return $"the seal holds on less than {Hold} mm of lid or wall";
        }

        if (onLid.PlanMarginTo(well) < Cover)
        {
            yield return "the seal does not cover the end of the tamper loop";
        }

        if (!layout.Boxes("head").Any(head => onLid.PlanMarginTo(head.Box) >= Cover))
        {
            yield return "the seal covers no screw of the lid";
        }

        Vector off = well.Center - run.Center;
        if (Math.Abs(off.X) > Box.Tolerance || Math.Abs(off.Y) > Box.Tolerance)
        {
            yield return "the tamper loop does not run straight from the eye to the well";
        }

        foreach (PlacedModule module in layout.Modules.Where(module => run.GapTo(module.Box) < RunGap))
        {
            double gap = run.GapTo(module.Box);
            yield return $"the tamper loop runs {gap:0.###} mm from {module.Name}, and needs {RunGap}";
        }
    }
}
