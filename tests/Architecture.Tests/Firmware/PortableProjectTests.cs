using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace HwToken.Architecture.Tests.Firmware;

/// <summary>That building the solution really holds Core and Device against nanoFramework's own mscorlib.</summary>
public class PortableProjectTests
{
    private const string CoreLibrary = "nanoFramework.CoreLibrary";

    private static readonly string Folder = Repository.PathOf("firmware", "HwToken.Portable");
    private static readonly XDocument Project = XDocument.Load(Path.Combine(Folder, "HwToken.Portable.csproj"));

    [Fact]
    public void Assembly_References_AreMscorlibOfThePackageAndNothingElse()
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "HwToken.Portable.dll")));
        MetadataReader metadata = file.GetMetadataReader();
        IEnumerable<string> references = metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
            .Select(r => $"{metadata.GetString(r.Name)} {r.Version.ToString(3)}");
        Assert.Equal([$"mscorlib {VersionIn("Directory.Packages.props")}"], references);
    }

    [Fact]
    public void Package_Version_IsTheFirmwares() =>
        Assert.Equal(
            VersionIn("firmware", "HwToken.Firmware", "Directory.Packages.props"), VersionIn("Directory.Packages.props"));

    [Fact]
    public void Sources_AreTheFirmwaresAndOneDeclaration()
    {
        IEnumerable<string> imported = Project.Descendants("Import").Select(i => i.Attribute("Project")!.Value)
            .Where(path => path.EndsWith(".projitems", StringComparison.Ordinal));
        Assert.Equal(
            ["../../shared/HwToken.Core/HwToken.Core.projitems", "../HwToken.Device/HwToken.Device.projitems"], imported);
        Assert.Equal(["Encoding.cs"], Product.SourcesBelow(Folder).Select(Path.GetFileName));
    }

    private static string VersionIn(params string[] file) =>
        XDocument.Load(Repository.PathOf(file)).Descendants("PackageVersion")
            .Single(p => p.Attribute("Include")!.Value == CoreLibrary).Attribute("Version")!.Value;
}
