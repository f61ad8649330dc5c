namespace HwToken.Enclosure.Fit;

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
