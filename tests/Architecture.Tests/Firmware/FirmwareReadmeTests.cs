using System.Text.RegularExpressions;

namespace HwToken.Architecture.Tests.Firmware;

/// <summary>The page that a builder reads, against what it is about.</summary>
public partial class FirmwareReadmeTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("firmware", "README.md")).ReplaceLineEndings("\n");

    [Fact]
    public void Wiring_Picture_IsDrawnFromTheTable() =>
        Assert.Contains($"```text\n{WiringPicture.Draw(Wiring.Wires)}```\n", Page, StringComparison.Ordinal);

    [Fact]
    public void Packages_Table_HasTheProjectsVersions() =>
        Assert.Equal(
            ClassicProject.Program.Packages.Select(package => $"{package.Key} {package.Value}"),
            PackageRow().Matches(Page).Select(m => $"nanoFramework.{m.Groups["name"].Value} {m.Groups["version"].Value}"));

    [GeneratedRegex(@"^\| (?<name>[\w.]+) \| (?<version>\d+\.\d+\.\d+) \|", RegexOptions.Multiline)]
    private static partial Regex PackageRow();
}
