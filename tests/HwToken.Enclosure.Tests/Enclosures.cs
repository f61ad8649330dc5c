using HwToken.Enclosure.Fit;

namespace HwToken.Enclosure.Tests;

/// <summary>The repository's own folder, and a made-up drawing that fits.</summary>
internal static class Enclosures
{
    /// <summary>A case with one board, a chip on it and a cell, as a drawing reports it.</summary>
    public static IReadOnlyList<string> Fitting { get; } =
    [
        """ECHO: "box", "cavity", "electronics", [2, 20, 2], [40, 30, 12]""",
        """ECHO: "box", "cavity", "battery", [2, 2, 2], [40, 16, 12]""",
        """ECHO: "module", "pcb", "electronics", [3, 21, 4], [38, 28, 2], 0.5, "", "" """,
        """ECHO: "module", "chip", "electronics", [10, 30, 6], [8, 6, 3], 0.5, "pcb", "" """,
        """ECHO: "module", "socket", "electronics", [2, 38, 6], [6, 8, 3], 0.5, "pcb", "-x" """,
        """ECHO: "module", "cell", "battery", [4, 4, 2], [36, 10, 10], 0.3, "", "" """,
        """ECHO: "box", "window", "opening", [12, 40, 14], [14, 8, 2]""",
        """ECHO: "box", "window", "lit", [13, 41, 13], [12, 6, 0]""",
        """ECHO: "box", "window", "pane", [10, 38, 14], [18, 12, 1]""",
        """ECHO: "box", "boss", "a", [36, 20, 4], [5, 5, 10]""",
        """ECHO: "box", "head", "a", [36.5, 20.5, 14], [4, 4, 2]""",
        """ECHO: "box", "notch", "pcb", [35.5, 21, 4], [5.5, 5, 2]""",
        """ECHO: "box", "peg", "p", [20, 22, 6], [3, 3, 8]""",
        """ECHO: "box", "button", "hole", [22, 24, 14], [10, 10, 2]""",
        """ECHO: "box", "lid", "lid", [0, 19, 14], [44, 33, 2]""",
        """ECHO: "box", "seal", "on_lid", [34, 20, 14], [10, 14, 2]""",
        """ECHO: "box", "seal", "on_wall", [43.6, 20, 4], [0.4, 14, 12]""",
        """ECHO: "box", "loop", "well", [36, 28, 14], [3, 3, 2]""",
        """ECHO: "box", "loop", "run", [37, 29, 8], [1, 1, 6]""",
        """ECHO: "number", "button_mouth", 12""",
        """ECHO: "number", "button_recess", 1.2""",
        """ECHO: "number", "button_travel", 0.25""",
        """ECHO: "number", "finger_radius", 8""",
        """ECHO: "number", "bag_radius", 16""",
        """ECHO: "number", "thinnest", 1""",
        """ECHO: "number", "min_wall", 0.9""",
    ];

    public static EnclosureFolder Folder { get; } = new(new(Repository.PathOf("hardware")));

    /// <summary><see cref="Fitting"/>, its one line that starts like <paramref name="line"/> replaced by it.</summary>
    /// <param name="line">Without OpenSCAD's prefix.</param>
    public static Layout FittingBut(string line)
    {
        int words = line.StartsWith("\"box\"", StringComparison.Ordinal) ? 3 : 2;
        string name = string.Join(',', line.Split(',').Take(words));
        string old = Fitting.Single(other => other.StartsWith($"ECHO: {name},", StringComparison.Ordinal));
        return Layout.Parse(Fitting.Select(other => other == old ? "ECHO: " + line : other));
    }

    public static Layout FittingWith(string line) => Layout.Parse([.. Fitting, "ECHO: " + line]);
}
