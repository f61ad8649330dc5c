using HwToken.Wiring.Output;

namespace HwToken.Wiring.Tests;

public sealed class WiringAppTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hwtoken-wiring-");
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Run_WithoutArguments_NamesThePictures()
    {
        Assert.Equal(0, Run(Repository.Root));

        Assert.Equal(
            new Drawings(Tables.Hardware).Pictures.Keys,
            _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Run_Name_PrintsThatPicture()
    {
        Assert.Equal(0, Run(Repository.Root, "pocket.svg"));

        Assert.Equal(new Drawings(Tables.Hardware).Pictures["pocket.svg"], _output.ToString());
    }

    [Fact]
    public void Run_Write_DrawsAllFillsThePageAndTakesOldPicturesAway()
    {
        CopyTables();
        Directory.CreateDirectory(InFolder("wiring"));
        File.WriteAllText(InFolder("wiring", "gone.svg"), "old");
        string stale = File.ReadAllText(InFolder("assembly.md")).Replace("must read", "may read", StringComparison.Ordinal);
        File.WriteAllText(InFolder("assembly.md"), stale);

        Assert.Equal(0, Run(_folder.FullName, "--write"));

        var drawings = new Drawings(Tables.Hardware);
        Assert.Equal(
            drawings.Pictures.Keys.Order(StringComparer.Ordinal),
            Directory.GetFiles(InFolder("wiring")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.All(drawings.Pictures, p => Assert.Equal(p.Value, File.ReadAllText(InFolder("wiring", p.Key))));
        Assert.All(
            drawings.Tables,
            t => Assert.Contains(t.ToMarkdown(), File.ReadAllText(InFolder("assembly.md")), StringComparison.Ordinal));
    }

    [Fact]
    public void Run_Help_PrintsUsage()
    {
        Assert.Equal(0, Run(_folder.FullName, "--help"));

        Assert.StartsWith("hwtoken-wiring [--write | NAME.svg]", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unknown arguments: --wrte", "--wrte")]
    [InlineData("unknown arguments: pocket.svg x", "pocket.svg", "x")]
    [InlineData("there is no picture nobody.svg", "nobody.svg")]
    public void Run_WrongArguments_AreBadUsage(string message, params string[] args)
    {
        Assert.Equal(2, Run(Repository.Root, args));

        Assert.StartsWith($"hwtoken-wiring: {message}\nhint: ", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OutsideTheRepository_SaysWhatIsMissing()
    {
        Assert.Equal(1, Run(_folder.FullName));

        Assert.Equal(
            "hwtoken-wiring: there is no hardware/bom.csv here or above\nhint: run it inside the repository\n",
            _error.ToString());
    }

    [Theory]
    [InlineData("pocket,x,NO_NET,m,GND,GND,w,V,,,1,why,yes", "assembly-steps.csv: pocket has no net NO_NET")]
    [InlineData("rocket,x,GND,m,GND,GND,w,V,,,1,why,yes", "assembly-steps.csv: there is no build rocket")]
    public void Run_StepOfNothing_IsNamedAndNothingIsWritten(string line, string message)
    {
        CopyTables();
        File.AppendAllText(InFolder("assembly-steps.csv"), line + "\n");
        string page = File.ReadAllText(InFolder("assembly.md"));

        Assert.Equal(1, Run(_folder.FullName, "--write"));

        Assert.StartsWith($"hwtoken-wiring: {message}\nhint: ", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(page, File.ReadAllText(InFolder("assembly.md")));
        Assert.False(Directory.Exists(InFolder("wiring")));
    }

    private int Run(string directory, params string[] args) => new WiringApp(_output, _error).Run(args, directory);

    private string InFolder(params string[] parts) => Path.Combine([_folder.FullName, "hardware", .. parts]);

    private void CopyTables()
    {
        Directory.CreateDirectory(InFolder("HwToken.Wiring"));
        string[] files =
        [
            "bom.csv", "wiring.csv", "assembly-steps.csv", "assembly.md", Path.Combine("HwToken.Wiring", "builds.csv"),
        ];
        foreach (string file in files)
        {
            File.Copy(Repository.PathOf("hardware", file), InFolder(file));
        }
    }
}
