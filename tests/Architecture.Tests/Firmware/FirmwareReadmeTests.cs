using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace HwToken.Architecture.Tests.Firmware;

/// <summary>The page that a builder reads, against what it is about.</summary>
public partial class FirmwareReadmeTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("firmware", "README.md")).ReplaceLineEndings("\n");

    [Fact]
    public void Wiring_Picture_IsDrawnFromTheTable() =>
        Assert.Contains($"```text\n{WiringPicture.Draw(Wiring.Wires)}```\n", Page, StringComparison.Ordinal);

    [Fact]
    public void Packages_Table_HasTheProjectsVersions()
    {
        XDocument versions = XDocument.Load(Repository.PathOf("firmware", "HwToken.Firmware", "Directory.Packages.props"));
        Assert.Equal(
            versions.Descendants("PackageVersion").Select(p => $"{p.Attribute("Include")!.Value} {p.Attribute("Version")!.Value}"),
            PackageRow().Matches(Page).Select(m => $"nanoFramework.{m.Groups["name"].Value} {m.Groups["version"].Value}"));
    }

    [GeneratedRegex(@"^\| (?<name>[\w.]+) \| (?<version>\d+\.\d+\.\d+) \|", RegexOptions.Multiline)]
    private static partial Regex PackageRow();
}
