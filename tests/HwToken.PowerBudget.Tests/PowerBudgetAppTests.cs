using HwToken.Pages;
using HwToken.PowerBudget.Output;

namespace HwToken.PowerBudget.Tests;

public sealed class PowerBudgetAppTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hwtoken-power-");
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Run_WithoutArguments_PrintsEverySectionAndWritesNothing()
    {
        CopyTables();
        string page = File.ReadAllText(InFolder("power.md"));

        Assert.Equal(0, Run(_folder.FullName));

        Assert.All(
            new Report(Tables.Model).Sections,
            section => Assert.Contains(section.ToText(), _output.ToString(), StringComparison.Ordinal));
        Assert.Equal(page, File.ReadAllText(InFolder("power.md")));
        Assert.Empty(_error.ToString());
    }

    [Fact]
    public void Run_Printed_IsAsciiWithoutEscapesForPipes()
    {
        Run(Repository.Root);

        Assert.DoesNotContain(_output.ToString(), c => !char.IsAscii(c) || (char.IsControl(c) && c != '\n'));
    }

    [Fact]
    public void Run_Write_FillsPageAndDrawsCharts()
    {
        CopyTables();
        string stale = File.ReadAllText(Tables.Hardware.Page).Replace("years", "ages", StringComparison.Ordinal);
        File.WriteAllText(InFolder("power.md"), stale);
        File.WriteAllText(InFolder("bring-up.md"), "<!-- computed: currents -->\nold\n<!-- end -->\n");

        Assert.Equal(0, Run(_folder.FullName, "--write"));

        string written = File.ReadAllText(InFolder("power.md"));
        Assert.NotEqual(stale, written);
        Assert.Equal(Page.Fill(stale, new Report(Tables.Model).Sections), written);
        Assert.Contains(
            new BringUp(Tables.Model).Currents.ToMarkdown(), File.ReadAllText(InFolder("bring-up.md")),
            StringComparison.Ordinal);
        Assert.All(new Charts(Tables.Model).All.Keys, name => Assert.True(File.Exists(InFolder(name))));
        Assert.Empty(_output.ToString());
    }

    [Fact]
    public void Run_Help_PrintsUsage()
    {
        Assert.Equal(0, Run(_folder.FullName, "--help"));

        Assert.StartsWith("hwtoken-power-budget [--write]", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--wrte")]
    [InlineData("--write", "page.md")]
    public void Run_UnknownArguments_AreBadUsage(params string[] args)
    {
        Assert.Equal(2, Run(_folder.FullName, args));

        Assert.StartsWith(
            $"hwtoken-power-budget: unknown arguments: {string.Join(' ', args)}\nhint: ", _error.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Run_OutsideTheRepository_SaysWhatIsMissing()
    {
        Assert.Equal(1, Run(_folder.FullName));

        Assert.Equal(
            "hwtoken-power-budget: there is no hardware/bom.csv here or above\nhint: run it inside the repository\n",
            _error.ToString());
    }

    [Fact]
    public void Run_SpoiltTable_NamesFileAndLineAndKeepsThePage()
    {
        CopyTables();
        File.AppendAllText(InFolder("HwToken.PowerBudget", "figures.csv"), "half a line\n");
        string page = File.ReadAllText(InFolder("power.md"));

        Assert.Equal(1, Run(_folder.FullName, "--write"));

        Assert.StartsWith("hwtoken-power-budget: figures.csv line ", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(page, File.ReadAllText(InFolder("power.md")));
    }

    private int Run(string directory, params string[] args) => new PowerBudgetApp(_output, _error).Run(args, directory);

    private string InFolder(params string[] parts) => Path.Combine([_folder.FullName, "hardware", .. parts]);

    private void CopyTables()
    {
        Directory.CreateDirectory(InFolder("HwToken.PowerBudget"));
        string[] files =
        [
            "bom.csv", "rejected.csv", "power.md", "bring-up.md",
            Path.Combine("HwToken.PowerBudget", "figures.csv"), Path.Combine("HwToken.PowerBudget", "uses.csv"),
            Path.Combine("HwToken.PowerBudget", "latch.csv"), Path.Combine("HwToken.PowerBudget", "starts.csv"),
        ];
        foreach (string file in files)
        {
            File.Copy(Repository.PathOf("hardware", file), InFolder(file));
        }
    }
}
