using HwToken.Pages;
using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

namespace HwToken.Schematic.Drawing;

/// <summary>The drawings of the repository's two builds.</summary>
public static class Sheets
{
    private static readonly Dictionary<string, string> Titles = new()
    {
        [Build.Bench] = "HwToken, bench build: ESP32 DevKit and modules",
        [Build.Pocket] = "HwToken, pocket build: ESP32-S3 module, cells, tamper loop",
    };

    /// <exception cref="InvalidDataException">A table is invalid; the message names file and line.</exception>
    public static Sheet Read(HardwareFolder folder, string build) => new(
        Design.Read(folder, build), Titles[build],
        DrawingLine.Read(folder.PathOf("schematic", $"{build}-drawing.csv")));
}
