using HwToken.Schematic.Drawing;

namespace HwToken.Schematic.Output;

/// <summary>What is written for each build, by the file's name in hardware/schematic.</summary>
public static class Drawings
{
    public static IReadOnlyDictionary<string, string> Of(Sheet sheet) => new Dictionary<string, string>
    {
        [$"{sheet.Design.Build}.svg"] = SvgSheet.Draw(sheet),
        [$"{sheet.Design.Build}.kicad_sch"] = KicadSheet.Write(sheet),
        [$"{sheet.Design.Build}.net"] = KicadNetlist.Write(sheet.Design),
    };
}
