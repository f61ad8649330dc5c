using HwToken.Pages;
using HwToken.Wiring.Inputs;
using HwToken.Wiring.Output;

namespace HwToken.Wiring;

/// <summary>The command line: without arguments it names the pictures, with one it prints it, with --write all.</summary>
public sealed class WiringApp(TextWriter output, TextWriter error)
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int BadUsage = 2;
    private const string Usage =
        "hwtoken-wiring [--write | NAME.svg]: names the wiring pictures, prints one, or writes them and assembly.md";

    /// <param name="directory">In the repository: the hardware folder is looked for there and above.</param>
    /// <returns>The exit status.</returns>
    public int Run(string[] args, string directory)
    {
        if (args is ["--help"])
        {
            output.WriteLine(Usage);
            return Done;
        }

        if (args.Length > 1 || (args is [var option] && option.StartsWith('-') && option != "--write"))
        {
            return Fail(BadUsage, $"unknown arguments: {string.Join(' ', args)}", Usage);
        }

        if (HardwareFolder.FindFrom(directory) is not { } folder)
        {
            return Fail(Failed, "there is no hardware/bom.csv here or above", "run it inside the repository");
        }

        var files = new WiringFiles(folder);
        try
        {
            return Run(files, new Drawings(files), args);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return Fail(Failed, e.Message, "it reads wiring.csv, assembly-steps.csv and HwToken.Wiring/builds.csv");
        }
    }

    private int Run(WiringFiles files, Drawings drawings, string[] args)
    {
        IReadOnlyDictionary<string, string> pictures = drawings.Pictures;
        switch (args)
        {
            case []:
                output.Write(string.Concat(pictures.Keys.Select(name => name + "\n")));
                return Done;
            case ["--write"]:
                Write(files, drawings, pictures);
                return Done;
            default:
                if (!pictures.TryGetValue(args[0], out string? picture))
                {
                    return Fail(BadUsage, $"there is no picture {args[0]}", "without arguments it names them");
                }

                output.Write(picture);
                return Done;
        }
    }

    /// <summary>Pictures that no table asks for any more go away.</summary>
    private static void Write(WiringFiles files, Drawings drawings, IReadOnlyDictionary<string, string> pictures)
    {
        string page = Page.Fill(File.ReadAllText(files.Page), drawings.Tables);
        Directory.CreateDirectory(files.Pictures);
        foreach (string old in Directory.GetFiles(files.Pictures, "*.svg"))
        {
            File.Delete(old);
        }

        foreach ((string name, string svg) in pictures)
        {
            File.WriteAllText(files.Picture(name), svg);
        }

        File.WriteAllText(files.Page, page);
    }

    private int Fail(int status, string message, string hint)
    {
        error.WriteLine($"hwtoken-wiring: {message}");
        error.WriteLine($"hint: {hint}");
        return status;
    }
}
