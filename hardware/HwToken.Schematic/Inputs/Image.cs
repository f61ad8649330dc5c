using System.Globalization;
using System.Text.RegularExpressions;
using HwToken.Pages;

namespace HwToken.Schematic.Inputs;

/// <summary>The runtime's image for a build's chip: a line of images.csv.</summary>
/// <param name="Part">The chip's reference in the schematic.</param>
/// <param name="Name">The target's name, as nanoff takes it.</param>
/// <param name="Psram">The kinds of PSRAM with which it runs; none among them where it may be missing.</param>
public sealed record Image(string Build, string Part, string Name, IReadOnlyList<string> Psram, int FlashMegabytes)
{
    public static IReadOnlyList<Image> Read(string path) => [.. CsvFile.Read(path).Select(record => new Image(
        record["build"], record["ref"], record["image"], record["psram"].Split(' '), (int)record.Number("flash_mb")))];
}

/// <summary>What an ordering code of Espressif's says of flash and PSRAM.</summary>
/// <param name="Psram">none, quad or octal.</param>
public sealed partial record EspModule(string Psram, int FlashMegabytes)
{
    public const string None = "none";
    public const string Quad = "quad";
    public const string Octal = "octal";

    /// <summary>On a DevKitC whose name gives no size.</summary>
    private const int DevKitMegabytes = 4;

    /// <summary>
    /// The code's end: N4 is 4 MB of flash, R2 quad PSRAM of 2 MB, R8 octal of 8 MB (ESP32-S3-WROOM-1 datasheet,
    /// ordering information). A DevKitC with a WROOM-32 has none, one with a WROVER (VE) quad. Null if the code is neither.
    /// </summary>
    public static EspModule? Of(string code)
    {
        Match match = Sizes().Match(code);
        if (match.Success)
        {
            string psram = match.Groups["psram"].Value switch
            {
                "" => None,
                "2" or "4" => Quad,
                _ => Octal,
            };
            return new EspModule(psram, int.Parse(match.Groups["flash"].Value, CultureInfo.InvariantCulture));
        }

        return code.StartsWith("ESP32-DevKitC-", StringComparison.Ordinal)
            ? new EspModule(code.EndsWith("VE", StringComparison.Ordinal) ? Quad : None, DevKitMegabytes)
            : null;
    }

    [GeneratedRegex(@"-[NH](?<flash>\d+)(R(?<psram>\d+)V?)?$")]
    private static partial Regex Sizes();
}
