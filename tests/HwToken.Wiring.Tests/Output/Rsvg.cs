using System.Diagnostics;

namespace HwToken.Wiring.Tests.Output;

/// <summary>librsvg's program: what a browser would show.</summary>
internal static class Rsvg
{
    public static byte[] PngOf(string svgFile)
    {
        var start = new ProcessStartInfo("rsvg-convert") { RedirectStandardOutput = true };
        start.ArgumentList.Add(svgFile);
        using Process process = Process.Start(start)!;
        using var png = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(png);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return png.ToArray();
    }
}
