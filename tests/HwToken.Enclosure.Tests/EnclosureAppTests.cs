namespace HwToken.Enclosure.Tests;

public sealed class EnclosureAppTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hwtoken-enclosure-app-");
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public void Dispose() => _folder.Delete(recursive: true);

    [FactNeeding("openscad")]
    public void Run_WithoutArguments_SaysThatBothDrawingsFit()
    {
        Assert.Equal(0, Run(Repository.PathOf("hardware", "enclosure")));

        Assert.Matches(
            "^pocket: 17 parts fit into [0-9.]+ x [0-9.]+ x [0-9.]+ mm\nbench: 6 parts fit into .+ mm\n$",
            _output.ToString());
        Assert.Empty(_error.ToString());
    }

    [FactNeeding("openscad")]
    public void Run_ModuleGrownInTheTable_FailsAndNamesIt()
    {
        CopyFolder();
        string table = File.ReadAllText(InFolder("modules.csv"));
        File.WriteAllText(
            InFolder("modules.csv"),
            table.Replace("ESP32-S3-WROOM-1,18,", "ESP32-S3-WROOM-1,20,", StringComparison.Ordinal));

        Assert.Equal(0, Run(_folder.FullName, "--write"));
        Assert.Equal(1, Run(_folder.FullName));

        Assert.StartsWith(
            "pocket: 1 things do not fit\n  esp32_s3 has -1.2 mm of room on +x", _output.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Write_FillsTheGeneratedSizes()
    {
        CopyFolder();
        string fresh = File.ReadAllText(InFolder("modules.scad"));
        File.WriteAllText(InFolder("modules.scad"), "stale");

        Assert.Equal(0, Run(_folder.FullName, "--write"));

        Assert.Equal(fresh, File.ReadAllText(InFolder("modules.scad")));
    }

    [Fact]
    public void Run_SpoiltTable_NamesFileAndLineAndKeepsTheSizes()
    {
        CopyFolder();
        File.AppendAllText(InFolder("modules.csv"), "half a line\n");

        Assert.Equal(1, Run(_folder.FullName, "--write"));

        Assert.StartsWith("hwtoken-enclosure: modules.csv line ", _error.ToString(), StringComparison.Ordinal);
        Assert.NotEqual(0, new FileInfo(InFolder("modules.scad")).Length);
    }

    [Fact]
    public void Run_Help_PrintsUsage()
    {
        Assert.Equal(0, Run(_folder.FullName, "--help"));

        Assert.Contains("--stl FOLDER", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--wrte")]
    [InlineData("--stl")]
    [InlineData("--write", "modules.scad")]
    public void Run_UnknownArguments_AreBadUsage(params string[] args)
    {
        Assert.Equal(2, Run(Repository.Root, args));

        Assert.Equal(
            $"hwtoken-enclosure: unknown arguments: {string.Join(' ', args)}\nhint: --help shows what there is\n",
            _error.ToString());
    }

    [Fact]
    public void Run_OutsideTheRepository_SaysWhatIsMissing()
    {
        Assert.Equal(1, Run(_folder.FullName));

        Assert.Equal(
            "hwtoken-enclosure: there is no hardware/bom.csv here or above\n"
            + "hint: run it inside the repository\n",
            _error.ToString());
    }

    private int Run(string directory, params string[] args) => new EnclosureApp(_output, _error).Run(args, directory);

    private string InFolder(string file) => Path.Combine(_folder.FullName, "hardware", "enclosure", file);

    private void CopyFolder()
    {
        Directory.CreateDirectory(InFolder(""));
        foreach (string file in Directory.EnumerateFiles(Repository.PathOf("hardware", "enclosure")))
        {
            File.Copy(file, InFolder(Path.GetFileName(file)));
        }

        File.Copy(Repository.PathOf("hardware", "bom.csv"), Path.Combine(_folder.FullName, "hardware", "bom.csv"));
    }
}
