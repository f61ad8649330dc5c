using HwToken.Schematic.Output;

namespace HwToken.Schematic.Tests;

public sealed class SchematicAppTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hwtoken-schematic-");
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Run_TheRepository_HoldsAndSaysSo()
    {
        Assert.Equal(0, Run(Repository.Root));

        Assert.Contains("pocket: 73 parts, 240 pins, 38 nets\n", _output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("BROKEN", _output.ToString(), StringComparison.Ordinal);
        Assert.Empty(_error.ToString());
    }

    [Fact]
    public void Run_WithoutArguments_WritesNothing()
    {
        CopyTables();
        Run(_folder.FullName);

        Assert.Empty(_folder.GetFiles("*.svg", SearchOption.AllDirectories));
    }

    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Run_Write_WritesEveryDrawing(string build)
    {
        CopyTables();

        Assert.Equal(0, Run(_folder.FullName, "--write"));

        Assert.All(
            Drawings.Of(Repo.Sheet(build)),
            drawing => Assert.Equal(drawing.Value, File.ReadAllText(InFolder("schematic", drawing.Key))));
    }

    [Fact]
    public void Run_BrokenRule_FailsAndNamesPinAndNet()
    {
        CopyTables();
        string table = InFolder("schematic", "pocket-nets.csv");
        string text = File.ReadAllText(table);
        File.WriteAllText(table, text.Replace("U6,5,MODE,VBUS_FUSED,", "U6,5,MODE,CELLS,", StringComparison.Ordinal));

        Assert.Equal(1, Run(_folder.FullName));

        Assert.Contains("U6.5 (MODE) must be tied to VIN1, but is on CELLS", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_SpoiltTable_NamesFileAndLine()
    {
        CopyTables();
        File.AppendAllText(InFolder("schematic", "pocket-nets.csv"), "half a line\n");

        Assert.Equal(1, Run(_folder.FullName));

        Assert.StartsWith(
            "hwtoken-schematic: pocket-nets.csv line 242 has 1 values", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Help_PrintsUsage()
    {
        Assert.Equal(0, Run(_folder.FullName, "--help"));

        Assert.StartsWith("hwtoken-schematic [--write]", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--wrte")]
    [InlineData("--write", "pocket.svg")]
    public void Run_UnknownArguments_AreBadUsage(params string[] args)
    {
        Assert.Equal(2, Run(_folder.FullName, args));

        Assert.StartsWith(
            $"hwtoken-schematic: unknown arguments: {string.Join(' ', args)}\nhint: ", _error.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OutsideTheRepository_SaysWhatIsMissing()
    {
        Assert.Equal(1, Run(_folder.FullName));

        Assert.Equal(
            "hwtoken-schematic: there is no hardware/bom.csv here or above\nhint: run it inside the repository\n",
            _error.ToString());
    }

    private int Run(string directory, params string[] args) => new SchematicApp(_output, _error).Run(args, directory);

    private string InFolder(params string[] parts) => Path.Combine([_folder.FullName, "hardware", .. parts]);

    private void CopyTables()
    {
        foreach (string folder in new[] { "", "schematic", "HwToken.PowerBudget" })
        {
            Directory.CreateDirectory(InFolder(folder));
            foreach (string file in Directory.GetFiles(Repository.PathOf("hardware", folder), "*.csv"))
            {
                File.Copy(file, InFolder(folder, Path.GetFileName(file)));
            }
        }
    }
}
