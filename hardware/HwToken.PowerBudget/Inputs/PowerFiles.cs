using HwToken.Pages;

namespace HwToken.PowerBudget.Inputs;

/// <summary>What the power budget reads and writes in the hardware folder.</summary>
public sealed class PowerFiles(HardwareFolder folder)
{
    private const string Project = "HwToken.PowerBudget";

    public string Page => folder.PathOf("power.md");

    /// <summary>The page that says what a built token must read.</summary>
    public string BringUpPage => folder.PathOf("bring-up.md");

    public string Chart(string name) => folder.PathOf(name);

    public FigureTable ReadFigures() => FigureTable.Read(folder.PathOf(Project, "figures.csv"));

    /// <summary>latch.csv, which Latch reads.</summary>
    public string Latch => folder.PathOf(Project, "latch.csv");

    /// <summary>starts.csv, which StartBudget reads.</summary>
    public string Starts => folder.PathOf(Project, "starts.csv");

    public IReadOnlyList<Use> ReadUses() => Use.Read(folder.PathOf(Project, "uses.csv"));

    public IReadOnlyList<Part> ReadParts() =>
        [.. Part.Read(folder.PathOf("bom.csv")), .. Part.Read(folder.PathOf("rejected.csv"))];
}
