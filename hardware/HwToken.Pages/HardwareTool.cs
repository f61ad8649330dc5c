// What every hardware program does: find the folder, take its arguments, report a failure.

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

/// <summary>The command line of a program that reads the hardware folder's tables.</summary>
/// <param name="name">What it is called; begins its errors.</param>
/// <param name="usage">What --help prints.</param>
/// <param name="inputs">The hint where an input is at fault: what it reads.</param>
public abstract class HardwareTool(string name, string usage, string inputs, TextWriter output, TextWriter error)
{
    protected const int Done = 0;
    protected const int Failed = 1;
    protected const int BadUsage = 2;

    protected TextWriter Output => output;

    /// <param name="directory">In the repository: the hardware folder is looked for there and above.</param>
    /// <returns>The exit status: 0 done, 1 failed, 2 bad usage.</returns>
    public int Run(string[] args, string directory)
    {
        if (args is ["--help"])
        {
            output.WriteLine(usage);
            return Done;
        }

        if (!Takes(args))
        {
            return Fail(BadUsage, $"unknown arguments: {string.Join(' ', args)}", "--help shows what there is");
        }

        if (HardwareFolder.FindFrom(directory) is not { } folder)
        {
            return Fail(Failed, "there is no hardware/bom.csv here or above", "run it inside the repository");
        }

        try
        {
            return Run(folder, args, directory);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return Fail(Failed, e.Message, inputs);
        }
    }

    /// <summary>Whether it knows these arguments; --help it knows.</summary>
    protected abstract bool Takes(string[] args);

    /// <param name="folder">What it reads and writes.</param>
    /// <param name="args">Some that it takes.</param>
    /// <param name="directory">Where paths among them begin.</param>
    /// <returns>The exit status.</returns>
    /// <exception cref="InvalidDataException">An input is at fault; the message names it.</exception>
    protected abstract int Run(HardwareFolder folder, string[] args, string directory);

    /// <returns><paramref name="status"/>.</returns>
    protected int Fail(int status, string message, string hint)
    {
        error.WriteLine($"{name}: {message}");
        error.WriteLine($"hint: {hint}");
        return status;
    }
}
