using HwToken.PowerBudget.Model;
using HwToken.Schematic.Inputs;
using Design = HwToken.Schematic.Model.Design;

namespace HwToken.Schematic.Rules;

/// <summary>The power budget's result applies to this schematic.</summary>
public sealed class BudgetRule : IRule
{
    private const string Cells = "CELLS";

    /// <summary>In the power budget, but no part: dirt on the board.</summary>
    private const string Board = "PCB1";

    public string Title => "the power budget counts each part that the cells meet while the token is off, and no other";

    public IEnumerable<string> Check(Design design)
    {
        if (design.Build != Build.Pocket)
        {
            yield break;
        }

        string[] counted =
        [
            .. new Designs(design.Figures).Pocket.Standby.Select(figure => figure.Reference).Where(r => r != Board),
        ];
        string[] met =
        [
            .. StandbyRule.LiveNets(design.Netlist, Cells).SelectMany(design.Netlist.On)
                .Where(terminal => terminal.Component.Symbol.Shape != "cell")
                .Select(terminal => terminal.Component.BomReference).Distinct(),
        ];
        foreach (string reference in met.Except(counted))
        {
            yield return $"{reference} is connected to the cells, and the power budget does not count it";
        }

        foreach (string reference in counted.Except(met))
        {
            yield return $"the power budget counts {reference}, which is not connected to the cells";
        }
    }
}
