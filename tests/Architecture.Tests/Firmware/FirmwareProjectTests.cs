using System.Xml.Linq;

namespace HwToken.Architecture.Tests.Firmware;

/// <summary>The nanoFramework program stands apart, so that nobody else needs its SDK and packages.</summary>
public class FirmwareProjectTests
{
    private static readonly string Folder = Repository.PathOf("firmware", "HwToken.Firmware");
    private static readonly XDocument Project = XDocument.Load(Path.Combine(Folder, "HwToken.Firmware.csproj"));

    [Fact]
    public void Solution_Firmware_IsNotInIt() =>
        Assert.DoesNotContain("HwToken.Firmware", File.ReadAllText(Repository.PathOf("HwToken.sln")), StringComparison.Ordinal);

    [Fact]
    public void Project_OtherProjects_ReferenceItNowhere() =>
        Assert.DoesNotContain(Product.All.SelectMany(p => p.Projects), name => name == "HwToken.Firmware");

    [Fact]
    public void Project_SharedSources_AreImportedAndNotReferenced()
    {
        Assert.Equal(
            ["../../shared/HwToken.Core/HwToken.Core.projitems", "../HwToken.Device/HwToken.Device.projitems"],
            Project.Descendants("Import").Select(i => i.Attribute("Project")!.Value));
        Assert.Empty(Project.Descendants("ProjectReference"));
    }

    [Theory]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Packages.props")]
    public void Settings_OfTheDesktop_DoNotReachIt(string file)
    {
        // MSBuild stops at the nearest file of this name; one that imported the next would let them in again.
        XDocument own = XDocument.Load(Path.Combine(Folder, file));
        Assert.Empty(own.Descendants("Import"));
    }

    [Fact]
    public void Packages_Used_AreThoseWithAVersion()
    {
        XDocument versions = XDocument.Load(Path.Combine(Folder, "Directory.Packages.props"));
        Assert.Equal(
            versions.Descendants("PackageVersion").Select(p => p.Attribute("Include")!.Value),
            Project.Descendants("PackageReference").Select(p => p.Attribute("Include")!.Value));
    }

    [Fact]
    public void Sources_ConditionalCompilation_IsNotUsed() =>
        Assert.All(
            Product.SourcesBelow(Folder),
            path => Assert.DoesNotMatch(@"(?m)^\s*#\s*if\b", File.ReadAllText(path)));

    [Fact]
    public void Sources_Com1_IsOpenedNowhere() =>
        Assert.All(
            Product.SourcesBelow(Folder),
            path => Assert.DoesNotContain("\"COM1\"", File.ReadAllText(path), StringComparison.Ordinal));
}
