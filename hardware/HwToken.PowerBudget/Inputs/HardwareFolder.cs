namespace HwToken.PowerBudget.Inputs;

/// <summary>The folder that holds the bill of materials, the figures and the page.</summary>
public sealed class HardwareFolder(string path)
{
    private const string BillOfMaterials = "bom.csv";

    public string Page => Path.Combine(path, "power.md");

    public static bool IsOne(string folder) => File.Exists(Path.Combine(folder, BillOfMaterials));

    /// <summary>The nearest one in <paramref name="start"/> or above it; null if there is none.</summary>
    public static HardwareFolder? FindFrom(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            string below = Path.Combine(folder.FullName, "hardware");
            if (IsOne(folder.FullName) || IsOne(below))
            {
                return new HardwareFolder(IsOne(below) ? below : folder.FullName);
            }
        }

        return null;
    }

    public string Chart(string name) => Path.Combine(path, name);

    public FigureTable ReadFigures() => FigureTable.Read(Path.Combine(path, "HwToken.PowerBudget", "figures.csv"));

    public IReadOnlyList<Use> ReadUses() => Use.Read(Path.Combine(path, "HwToken.PowerBudget", "uses.csv"));

    public IReadOnlyList<Part> ReadParts() =>
        [.. Part.Read(Path.Combine(path, BillOfMaterials)), .. Part.Read(Path.Combine(path, "rejected.csv"))];
}
