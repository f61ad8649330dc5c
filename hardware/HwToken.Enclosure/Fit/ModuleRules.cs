namespace HwToken.Enclosure.Fit;

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
