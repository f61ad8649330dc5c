using HwToken.Enclosure.Inputs;
using HwToken.Pages;

namespace HwToken.Enclosure.Tests.Inputs;

public class ModuleTableTests
{
    private const string Header = "name,ref,what,x,y,z,clearance,source,verified";

    public static TheoryData<string> Names => [.. Enclosures.Folder.ReadSizes().Select(module => module.Name)];

    [Fact]
    public void ToOpenScad_Module_IsAVectorAndItsClearance()
    {
        string text = ModuleTable.ToOpenScad(Parse("chip,U9,a chip,4,5.5,0.9,0.3,drawing,yes"));

        Assert.EndsWith("\n\nchip = [4, 5.5, 0.9];\nchip_clearance = 0.3;\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void GeneratedSizes_InTheRepository_AreThoseOfTheTable() => Assert.True(
        File.ReadAllText(Enclosures.Folder.GeneratedSizes) == ModuleTable.ToOpenScad(Enclosures.Folder.ReadSizes()),
        "hardware/enclosure/modules.scad is stale: run `dotnet run --project hardware/HwToken.Enclosure -- --write`");

    [Theory]
    [InlineData("a-b")]
    [InlineData("Chip")]
    [InlineData("2nd")]
    [InlineData("a;b")]
    public void Parse_NameThatIsNone_NamesLine(string name) => AssertRefused(
        $"t.csv line 2: '{name}' is not a name for OpenSCAD", $"{name},,what,1,1,1,0,source,yes");

    [Fact]
    public void Parse_NameGivenTwice_NamesLine() => AssertRefused(
        "t.csv line 3: chip is given twice", "chip,,what,1,1,1,0,source,yes", "chip,,what,1,1,1,0,source,yes");

    [Fact]
    public void Parse_SizeThatIsNoNumber_NamesColumn() =>
        AssertRefused("t.csv line 2: y is 'about 3', not a number", "chip,,what,1,about 3,1,0,source,yes");

    [Theory]
    [MemberData(nameof(Names))]
    public void Module_Source_IsNamedAndVerifiedOrNotForAReason(string name)
    {
        ModuleSize module = Enclosures.Folder.ReadSizes().Single(m => m.Name == name);

        Assert.NotEmpty(module.What);
        Assert.NotEmpty(module.Source);
        Assert.Matches("^(yes|no: .+)$", module.Verified);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Module_Reference_IsInTheBillOfMaterials(string name)
    {
        string reference = Enclosures.Folder.ReadSizes().Single(m => m.Name == name).Reference;
        IEnumerable<string> parts = CsvFile.Read(Repository.PathOf("hardware", "bom.csv")).Select(part => part["ref"]);

        Assert.True(reference.Length == 0 || parts.Contains(reference), reference);
    }

    private static IReadOnlyList<ModuleSize> Parse(params string[] lines) =>
        ModuleTable.Parse(CsvFile.Parse("t.csv", [Header, .. lines]));

    private static void AssertRefused(string message, params string[] lines) => Assert.StartsWith(
        message, Assert.Throws<InvalidDataException>(() => Parse(lines)).Message, StringComparison.Ordinal);
}
