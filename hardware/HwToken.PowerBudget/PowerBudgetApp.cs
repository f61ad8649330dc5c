using HwToken.Pages;
using HwToken.PowerBudget.Inputs;
using HwToken.PowerBudget.Model;
using HwToken.PowerBudget.Output;

namespace HwToken.PowerBudget;

/// <summary>The command line: without arguments it prints the report, with --write it writes page and charts.</summary>
public sealed class PowerBudgetApp(TextWriter output, TextWriter error)
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int BadUsage = 2;
    private const string Usage =
        "hwtoken-power-budget [--write]: prints the power budget, or writes it into power.md and bring-up.md";

    /// <param name="directory">In the repository: the hardware folder is looked for there and above.</param>
    /// <returns>The exit status.</returns>
    public int Run(string[] args, string directory)
    {
        switch (args)
        {
            case ["--help"]:
                output.WriteLine(Usage);
                return Done;
            case [] or ["--write"]:
                break;
            default:
                return Fail(BadUsage, $"unknown arguments: {string.Join(' ', args)}", Usage);
        }

        if (HardwareFolder.FindFrom(directory) is not { } folder)
        {
            return Fail(Failed, "there is no hardware/bom.csv here or above", "run it inside the repository");
        }

        var files = new PowerFiles(folder);
        try
        {
            PowerModel model = PowerModel.Read(files);
            if (args is [])
            {
                output.Write(string.Join("\n", new Report(model).Sections.Select(section => section.ToText())));
            }
            else
            {
                Write(files, model);
            }

            return Done;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return Fail(Failed, e.Message, "it reads hardware/*.csv and hardware/HwToken.PowerBudget/*.csv");
        }
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

    private int Fail(int status, string message, string hint)
    {
        error.WriteLine($"hwtoken-power-budget: {message}");
        error.WriteLine($"hint: {hint}");
        return status;
    }
}
