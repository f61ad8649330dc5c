namespace HwToken.Enclosure.Fit;

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
