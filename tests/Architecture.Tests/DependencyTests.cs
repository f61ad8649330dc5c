namespace HwToken.Architecture.Tests;

/// <summary>Who may know whom.</summary>
public class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["HwToken.Core"] = [],
        ["HwToken.Device"] = ["HwToken.Core"],
        ["HwToken.Virtual"] = ["HwToken.Core", "HwToken.Device"],
        ["HwToken.Base"] = [],
        ["HwToken.Client"] = ["HwToken.Base", "HwToken.Core"],
        ["HwToken.Aws"] = ["HwToken.Base"],
        ["HwToken.Paper"] = ["HwToken.Base", "HwToken.Client", "HwToken.Core"],
        ["HwToken.Cli"] = ["HwToken.Aws", "HwToken.Base", "HwToken.Client", "HwToken.Core", "HwToken.Paper"],
        ["HwToken.LocalAws"] = ["HwToken.Base", "HwToken.Core"],
        ["HwToken.Demo"] =
        [
            "HwToken.Aws", "HwToken.Base", "HwToken.Cli", "HwToken.Client", "HwToken.Core", "HwToken.Device",
            "HwToken.LocalAws", "HwToken.Virtual",
        ],
        ["HwToken.Pages"] = [],
        ["HwToken.PowerBudget"] = ["HwToken.Pages"],
        ["HwToken.Schematic"] = ["HwToken.Pages", "HwToken.PowerBudget"],
        ["HwToken.Wiring"] = ["HwToken.Pages"],
        ["HwToken.Enclosure"] = ["HwToken.Pages"],
    };

    public static TheoryData<string> Names => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Project_References_AreAllowed(string name) =>
        Assert.Empty(Product.Named(name).Projects.Except(Allowed[name]));

    [Theory]
    [MemberData(nameof(Names))]
    public void Project_UsedTypes_AreOfAllowedProjects(string name)
    {
        // A reference also arrives through another project, without standing in the project file.
        IEnumerable<string> foreign = Allowed.Keys.Except(Allowed[name]).Except([name]);
        Assert.Empty(foreign.SelectMany(other => TypesOf(Product.Named(name), other)));
    }

    // One owner each for what would spread: the owner may change its mind in one place.
    [Theory]
    [InlineData("System.IO.Ports", "System.IO.Ports", "HwToken.Client")]
    [InlineData("AWSSDK", "Amazon", "HwToken.Aws")]
    [InlineData("ZXing.Net", "ZXing", "HwToken.Paper")]
    [InlineData("BitMiracle.LibJpeg.NET", "BitMiracle", "HwToken.Paper")]
    public void Library_OneOwner_NobodyElse(string package, string root, string owner)
    {
        Assert.Contains(Product.Named(owner).Packages, p => p.StartsWith(package, StringComparison.Ordinal));
        foreach (Product other in Product.All.Where(p => p.Name != owner))
        {
            Assert.DoesNotContain(other.Packages, p => p.StartsWith(package, StringComparison.Ordinal));
            Assert.Empty(TypesOf(other, root));
        }
    }

    [Fact]
    public void NanoFramework_Packages_StandInTheFirmwareAlone() =>
        Assert.DoesNotContain(
            Product.All.SelectMany(p => p.Packages), p => p.StartsWith("nanoFramework", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Console_CommandLine_BelongToExecutables() =>
        Assert.All(
            Product.All.Where(p => !p.IsExecutable),
            library =>
            {
                Assert.DoesNotContain("System.Console", library.UsedTypes);
                Assert.DoesNotContain("System.CommandLine", library.Packages);
            });

    [Fact]
    public void Core_NativeCalls_AreNone() => Assert.Empty(Product.Named("HwToken.Core").NativeLibraries);

    [Fact]
    public void Device_NativeCalls_AreNone() => Assert.Empty(Product.Named("HwToken.Device").NativeLibraries);

    private static IEnumerable<string> TypesOf(Product product, string root) =>
        product.UsedTypes.Where(t => t.StartsWith(root + ".", StringComparison.Ordinal));
}
