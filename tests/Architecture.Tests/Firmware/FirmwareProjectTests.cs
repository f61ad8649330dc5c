using System.Xml.Linq;

namespace HwToken.Architecture.Tests.Firmware;

/// <summary>The nanoFramework program stands apart, so that nobody else needs its build system and packages.</summary>
public class FirmwareProjectTests
{
    private static readonly string Folder = Repository.PathOf("firmware", "HwToken.Firmware");

    [Fact]
    public void Solution_Firmware_IsNotInIt() =>
        Assert.DoesNotContain(".nfproj", File.ReadAllText(Repository.PathOf("HwToken.sln")), StringComparison.Ordinal);

    [Fact]
    public void Solution_OfTheFirmware_HasEveryAssembly()
    {
        string solution = File.ReadAllText(Path.Combine(Folder, "HwToken.Firmware.sln"));
        Assert.All(
            ClassicProject.All,
            project => Assert.Contains(
                $"\"{project.AssemblyName}\", \"{project.File.Replace('/', '\\')}\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void Project_OtherProjects_ReferenceItNowhere() =>
        Assert.DoesNotContain(Product.All.SelectMany(p => p.Projects), name => name == "HwToken.Firmware");

    [Fact]
    public void Assemblies_TakeTheSourcesThatTheDesktopTakes()
    {
        string[] lists =
        [
            Repository.PathOf("shared", "HwToken.Core", "HwToken.Core.projitems"),
            Repository.PathOf("firmware", "HwToken.Device", "HwToken.Device.State.projitems"),
            Repository.PathOf("firmware", "HwToken.Device", "HwToken.Device.projitems"),
        ];
        Assert.Equal(lists, ClassicProject.All.SelectMany(project => project.SourceLists));
        XDocument device = XDocument.Load(Repository.PathOf("firmware", "HwToken.Device", "HwToken.Device.csproj"));
        Assert.Equal(
            lists.Skip(1).Select(Path.GetFileName),
            device.Descendants("Import").Select(i => i.Attribute("Project")!.Value).Where(p => p.EndsWith(".projitems", StringComparison.Ordinal)));
    }

    /// <summary>Each is built on all those before it: the layers of the portable code, and the program on top.</summary>
    [Fact]
    public void Assemblies_KnowThoseBelowAndNoOthers() =>
        Assert.All(
            ClassicProject.All.Index(),
            item => Assert.Equal(ClassicProject.All.Take(item.Index).Select(below => below.FullPath), item.Item.Projects));

    [Fact]
    public void Assemblies_Language_IsThePortableOne()
    {
        string portable = XDocument.Load(Repository.PathOf("shared", "Portable.props")).Descendants("LangVersion").Single().Value;
        Assert.All(ClassicProject.All, project => Assert.Equal(portable, project.Language));
    }

    [Fact]
    public void Packages_EachAssembly_TakesTheProgramsVersions() =>
        Assert.All(ClassicProject.All, project => Assert.Subset(ClassicProject.Program.Packages.ToHashSet(), project.Packages.ToHashSet()));

    /// <summary>A path into a package names its version: one that was forgotten at an update finds no file.</summary>
    [Fact]
    public void Packages_PathsToThem_NameTheSameVersions() =>
        Assert.All(
            ClassicProject.All,
            project => Assert.Equal(
                project.Packages.Select(package => $"{package.Key}.{package.Value}"),
                project.Libraries.Select(path => path.Split('\\')[0])));

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
