// Running OpenSCAD: bodies, pictures, echoes, failures.

using System.ComponentModel;
using System.Diagnostics;

namespace HwToken.Enclosure.OpenScad;

/// <param name="Drawing">Path of the .scad file.</param>
/// <param name="Camera">OpenSCAD's: place, turn about x, y and z in degrees, distance.</param>
public sealed record Picture(string Name, string Drawing, string Part, string Camera);

/// <summary>OpenSCAD is missing, or did not draw.</summary>
public sealed class OpenScadException(string message) : Exception(message);

/// <summary>Runs the `openscad` that is on PATH.</summary>
public static class OpenScadProgram
{
    private const string Empty = "Current top level object is empty.";

    /// <summary>The part that draws nothing: for the echo alone.</summary>
    private const string Nothing = "none";

    /// <param name="definitions">Variables to set, such as "part=\"lid\"".</param>
    /// <returns>The lines that the drawing echoes.</returns>
    /// <exception cref="OpenScadException">OpenSCAD is missing, or failed, or warned.</exception>
    public static IReadOnlyList<string> Echo(string drawing, string folder, params string[] definitions)
    {
        string output = Path.Combine(folder, Path.GetFileNameWithoutExtension(drawing) + ".echo");
        Run("openscad", [.. Arguments(drawing, output, [$"part=\"{Nothing}\"", .. definitions])]);
        string[] lines = File.ReadAllLines(output);
        return lines.FirstOrDefault(line => line.StartsWith("WARNING", StringComparison.Ordinal)) is { } warning
            ? throw new OpenScadException($"{Path.GetFileName(drawing)}: {warning}")
            : lines;
    }

    /// <returns>The body's file; null if there is no body, as when an intersection is empty.</returns>
    /// <exception cref="OpenScadException">OpenSCAD is missing, or failed, or warned.</exception>
    public static string? Stl(string drawing, string part, string folder, params string[] definitions)
    {
        string output = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(drawing)}-{part}.stl");
        string messages = Run(
            "openscad", [.. Arguments(drawing, output, [$"part=\"{part}\"", .. definitions])], Empty);
        return messages.Contains(Empty, StringComparison.Ordinal) ? null : output;
    }

    /// <summary>A picture; where there is no screen, through `xvfb-run`.</summary>
    /// <exception cref="OpenScadException">A program is missing, or failed, or warned.</exception>
    public static void Png(Picture picture, string output)
    {
        List<string> arguments =
        [
            .. Arguments(picture.Drawing, output, [$"part=\"{picture.Part}\""]),
            $"--camera={picture.Camera}", "--viewall", "--autocenter", "--imgsize=1000,750", "--colorscheme=Tomorrow",
        ];
        if (Environment.GetEnvironmentVariable("DISPLAY") is null or "" && OperatingSystem.IsLinux())
        {
            Run("xvfb-run", ["-a", "openscad", .. arguments]);
        }
        else
        {
            Run("openscad", arguments);
        }
    }

    private static IEnumerable<string> Arguments(string drawing, string output, IEnumerable<string> definitions) =>
        ["-o", output, .. definitions.SelectMany(definition => new[] { "-D", definition }), drawing];

    private static string Run(string program, IEnumerable<string> arguments, string accepted = "")
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            string messages = process.StandardError.ReadToEnd();
            process.WaitForExit();
            _ = output.Result;
            bool isAccepted = accepted.Length > 0 && messages.Contains(accepted, StringComparison.Ordinal);
            if ((process.ExitCode != 0 && !isAccepted) || messages.Contains("WARNING", StringComparison.Ordinal))
            {
                throw new OpenScadException($"{program} failed: {Worst(messages)}");
            }

            return messages;
        }
        catch (Win32Exception)
        {
            throw new OpenScadException($"{program} is not on PATH");
        }
    }

    private static string Worst(string messages)
    {
        string[] lines = messages.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return Array.Find(lines, line => line.Contains("ERROR", StringComparison.Ordinal))
            ?? Array.Find(lines, line => line.Contains("WARNING", StringComparison.Ordinal))
            ?? lines.LastOrDefault() ?? "it said nothing";
    }
}
