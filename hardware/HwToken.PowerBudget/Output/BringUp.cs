using HwToken.Pages;
using HwToken.PowerBudget.Inputs;
using HwToken.PowerBudget.Model;

namespace HwToken.PowerBudget.Output;

/// <summary>What a meter must read on a finished token, computed from the figures of the budget.</summary>
public sealed class BringUp(PowerModel model)
{
    /// <summary>Each state of the token, and what it draws in it.</summary>
    public Section Currents
    {
        get
        {
            Design pocket = model.Designs.Pocket;
            double limit = model.InSafe(pocket).AffordableMicroamps(Corner.Worst, PowerModel.SafeYears);
            var table = new Table("state", "measured at", "typical", "at most");
            table.Add(
                "pocket, off", "cells", $"{Quantity.Number(pocket.StandbyMicroamps(Corner.Typical))} uA ?",
                $"{Quantity.Number(limit)} uA ?");
            table.Add(
                "pocket, digits on the screen", "cells", $"{Quantity.Number(pocket.AwakeMilliamps(Corner.Typical))} mA ?",
                $"{Quantity.Number(pocket.AwakeMilliamps(Corner.Worst))} mA ?");
            table.Add(
                "pocket, the same with the radio on: **not done yet**", "cells",
                $"{Quantity.Number(model.Designs.RadioOn.AwakeMilliamps(Corner.Best))} mA and more ?",
                $"{Quantity.Number(model.Designs.RadioOn.AwakeMilliamps(Corner.Worst))} mA in peaks ?");
            table.Add(Row("pocket, clock on its cell", "BT2", model.Figures["rtc.battery"]));
            table.Add(Row("bench, clock on its cell", "the module's cell", model.Figures["rtc-bench.battery"]));
            table.Add(Row("bench, asleep", "the DevKit's 5 V", model.Figures["devkit.deep-sleep"]));
            return new(
                "currents", "What a built token must read", table,
                "A question mark: it rests on a figure that is not verified. The bench build's own cell keeps the clock; "
                + "its 5 V feed clock module and display as well, which draw what this does not count.");
        }
    }

    private static string[] Row(string state, string place, Figure figure) =>
        [state, place, Value(figure, Corner.Typical), Value(figure, Corner.Worst)];

    private static string Value(Figure figure, Corner corner) =>
        Quantity.Marked($"{Quantity.Number(figure.At(corner))} {figure.Unit}", figure, corner);
}
