using System.Runtime.CompilerServices;

namespace HwToken.TestKit;

/// <summary>Where the sources stand: tests read documents, vectors and golden files from there.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find([CallerFilePath] string thisFile = "")
    {
        string? folder = Path.GetDirectoryName(thisFile);
        while (folder is not null && !File.Exists(Path.Combine(folder, "HwToken.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("HwToken.sln is in no folder above the tests");
    }
}
