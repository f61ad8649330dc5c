using HwToken.Pages;
using HwToken.Wiring.Inputs;
using HwToken.Wiring.Output;

namespace HwToken.Wiring;

/// <summary>The command line: without arguments it names the pictures, with one it prints it, with --write all.</summary>
public sealed class WiringApp(TextWriter output, TextWriter error) : HardwareTool(
    "hwtoken-wiring",
    "hwtoken-wiring [--write | NAME.svg]: names the wiring pictures, prints one, or writes them and assembly.md",
    "it reads wiring.csv, assembly-steps.csv and HwToken.Wiring/builds.csv",
    output,
    error)
{
    protected override bool Takes(string[] args) =>
        args is [] or ["--write"] || (args is [var picture] && !picture.StartsWith('-'));

    protected override int Run(HardwareFolder folder, string[] args, string directory)
    {
        var files = new WiringFiles(folder);
        var drawings = new Drawings(files);
        IReadOnlyDictionary<string, string> pictures = drawings.Pictures;
        switch (args)
        {
            case []:
                Output.Write(string.Concat(pictures.Keys.Select(name => name + "\n")));
                return Done;
            case ["--write"]:
                Write(files, drawings, pictures);
                return Done;
            default:
                if (!pictures.TryGetValue(args[0], out string? picture))
                {
                    return Fail(BadUsage, $"there is no picture {args[0]}", "without arguments it names them");
                }

                Output.Write(picture);
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
}
