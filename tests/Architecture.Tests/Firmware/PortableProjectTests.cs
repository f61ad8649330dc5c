using System.Xml.Linq;

namespace HwToken.Architecture.Tests.Firmware;

/// <summary>That building the solution really holds Core and Device against nanoFramework's own mscorlib.</summary>
public class PortableProjectTests
{
    [Theory]
    [InlineData("Core", "")]
    [InlineData("State", "HwToken.Portable.Core")]
    [InlineData("Device", "HwToken.Portable.Core HwToken.Portable.State")]
    public void Assembly_References_AreMscorlibOfThePackageAndTheLayersBelow(string name, string below)
    {
        using var assembly = new PortableAssembly(name);
        IEnumerable<string> references = assembly.Metadata.AssemblyReferences.Select(assembly.Metadata.GetAssemblyReference)
            .Select(reference => assembly.Metadata.GetString(reference.Name) is var other && other == "mscorlib"
                ? $"{other} {reference.Version.ToString(3)}"
                : other);
        Assert.Equal(
            [.. below.Split(' ', StringSplitOptions.RemoveEmptyEntries), $"mscorlib {DesktopVersion}"], references.Order());
    }

    [Fact]
    public void Package_Version_IsTheFirmwares() =>
        Assert.Equal(DesktopVersion, ClassicProject.Program.Packages["nanoFramework.CoreLibrary"]);

    /// <summary>What is compiled there is what the chip's project of the same layer compiles, and one declaration.</summary>
    [Theory]
    [InlineData("Core")]
    [InlineData("State")]
    [InlineData("Device")]
    public void Sources_AreThoseOfTheChipsAssembly(string name)
    {
        string folder = Repository.PathOf("firmware", "HwToken.Portable", name);
        XDocument project = XDocument.Load(Path.Combine(folder, $"HwToken.Portable.{name}.csproj"));
        Assert.Equal(
            ClassicProject.Named(name).SourceLists,
            project.Descendants("Import").Select(import => Path.GetFullPath(import.Attribute("Project")!.Value, folder)));
        Assert.Equal(name == "Core" ? ["Encoding.cs"] : [], Product.SourcesBelow(folder).Select(Path.GetFileName));
    }

    private static string DesktopVersion => XDocument.Load(Repository.PathOf("Directory.Packages.props"))
        .Descendants("PackageVersion")
        .Single(package => package.Attribute("Include")!.Value == "nanoFramework.CoreLibrary").Attribute("Version")!.Value;
}
