using System.Diagnostics;

namespace HwToken.Paper.Tests.Pictures;

/// <summary>Programs of other people's that make pictures and read codes: Debian's imagemagick, qrencode and zbar-tools.</summary>
internal static class PictureTools
{
    /// <summary>As versions 7 and 6 are called; a plain "convert" may be something else.</summary>
    private static readonly string[] Names = ["magick", "convert-im6.q16"];

    public static string? ImageMagick { get; } = Array.Find(Names, name => ExternalTool.Find(name) is not null);

    /// <summary>What a program makes of its input.</summary>
    public static byte[] Run(string program, byte[] input, params string[] arguments)
    {
        var start = new ProcessStartInfo(ExternalTool.Find(program)!, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        var output = new MemoryStream();
        Task copying = process.StandardOutput.BaseStream.CopyToAsync(output);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        copying.Wait();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.ToArray() : throw new InvalidOperationException($"{program} failed: {errors.Result}");
    }

    public static byte[] Convert(byte[] input, params string[] arguments) => Run(ImageMagick!, input, arguments);
}

/// <summary>A theory that is skipped, with a message, where ImageMagick or a further program is not on PATH.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PictureTheoryAttribute : TheoryAttribute
{
    public PictureTheoryAttribute(params string[] tools)
    {
        string[] missing = [.. tools.Where(tool => ExternalTool.Find(tool) is null)];
        Skip = PictureTools.ImageMagick is null ? "needs ImageMagick on PATH"
            : missing.Length > 0 ? $"needs {string.Join(" and ", missing)} on PATH"
            : null;
    }
}
