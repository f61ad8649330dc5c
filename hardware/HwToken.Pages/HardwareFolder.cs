namespace HwToken.Pages;

/// <summary>The folder that holds the bill of materials and what is written beside it.</summary>
public sealed class HardwareFolder(string path)
{
    private const string BillOfMaterials = "bom.csv";

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

    /// <summary>The full path of a file in it, whether it exists or not.</summary>
    public string PathOf(params string[] parts) => Path.Combine([path, .. parts]);

    private static bool IsOne(string folder) => File.Exists(Path.Combine(folder, BillOfMaterials));
}
