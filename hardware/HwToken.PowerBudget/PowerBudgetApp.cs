using HwToken.Pages;
using HwToken.PowerBudget.Inputs;
using HwToken.PowerBudget.Model;
using HwToken.PowerBudget.Output;

namespace HwToken.PowerBudget;

/// <summary>The command line: without arguments it prints the report, with --write it writes page and charts.</summary>
public sealed class PowerBudgetApp(TextWriter output, TextWriter error) : HardwareTool(
    "hwtoken-power-budget",
    "hwtoken-power-budget [--write]: prints the power budget, or writes it into power.md and bring-up.md",
    "it reads hardware/*.csv and hardware/HwToken.PowerBudget/*.csv",
    output,
    error)
{
    protected override bool Takes(string[] args) => args is [] or ["--write"];

    protected override int Run(HardwareFolder folder, string[] args, string directory)
    {
        var files = new PowerFiles(folder);
        PowerModel model = PowerModel.Read(files);
        if (args is [])
        {
            Output.Write(string.Join("\n", new Report(model).Sections.Select(section => section.ToText())));
        }
        else
        {
            Write(files, model);
        }

        return Done;
    }

    private static void Write(PowerFiles files, PowerModel model)
    {
        string page = Page.Fill(File.ReadAllText(files.Page), new Report(model).Sections);
        string bringUp = Page.Fill(File.ReadAllText(files.BringUpPage), [new BringUp(model).Currents]);
        File.WriteAllText(files.Page, page);
        File.WriteAllText(files.BringUpPage, bringUp);
        foreach ((string name, string svg) in new Charts(model).All)
        {
            File.WriteAllText(files.Chart(name), svg);
        }
    }
}
