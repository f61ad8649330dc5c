// The sections of power.md and bring-up.md, in the order of the pages.

using System.Globalization;
using HwToken.Pages;
using HwToken.PowerBudget.Inputs;
using HwToken.PowerBudget.Model;

namespace HwToken.PowerBudget.Output;

/// <summary>Everything that the program computes, as sections in the order of the page.</summary>
public sealed class Report(PowerModel model)
{
    private const string MarkMeaning = "A question mark: it rests on a figure that is not verified.";

    private static readonly Corner[] Corners = [Corner.Best, Corner.Typical, Corner.Worst];

    public IReadOnlyList<Section> Sections =>
    [
        Lives, SafeLimit, Shares, Sessions, ClockCells, Steps, Mistakes, Press, HoldUp, Start, Levers, Figures, Sources,
    ];

    private Section Lives
    {
        get
        {
            var table = new Table("use ?", "best", "typical", "worst");
            foreach (Use use in model.Uses)
            {
                table.Add([use.Title, .. Durations(new Budget(model.Designs.Pocket, model.MainCells, use))]);
            }

            return new("life", "Life of three L92 in the pocket token", table,
                "(shelf): the charge would last longer than the maker answers for a stored cell. " + MarkMeaning);
        }
    }

    private Section SafeLimit
    {
        get
        {
            var table = new Table("?", "best", "typical", "worst");
            Budget budget = model.InSafe(model.Designs.Pocket);
            table.Add(Row("standby current, uA", model.Designs.Pocket.StandbyMicroamps));
            table.Add(Row(
                $"affordable for {PowerModel.SafeYears} years, uA",
                corner => budget.AffordableMicroamps(corner, PowerModel.SafeYears)));
            table.Add(
            [
                "until the charge is spent, shelf life aside",
                .. Corners.Select(corner => Quantity.Duration(budget.Life(corner).YearsOfCharge)),
            ]);
            double worst = budget.Life(Corner.Worst).Years;
            string verdict = worst >= PowerModel.SafeYears ? "reached" : "NOT REACHED";
            return new("safe", $"The safe: {PowerModel.SafeYears} years", table,
                $"{PowerModel.SafeYears} years with every figure at its worst: {verdict}, {Quantity.Duration(worst)}. "
                + MarkMeaning);
        }
    }

    private Section Shares
    {
        get
        {
            var table = new Table("what ?", "best", "typical", "worst", "share, typical", "share, worst");
            Budget budget = model.InSafe(model.Designs.Pocket);
            foreach (Figure figure in model.Designs.Pocket.Standby)
            {
                string name = $"{model.PartName(figure)}: {figure.Mode}";
                table.Add(ShareRow(name, budget, corner => Charge.OfYear(figure.Microamps(corner))));
            }

            table.Add(ShareRow("the drill", budget, corner => budget.YearlyCharge(corner).Sessions));
            table.Add(ShareRow("self-discharge", budget, corner => budget.YearlyCharge(corner).SelfDischarge));
            table.Add(ShareRow("all", budget, corner => budget.YearlyCharge(corner).Total));
            return new("shares", "Where a year's charge goes in the safe, in mAh", table, MarkMeaning);
        }
    }

    private Section Sessions
    {
        get
        {
            var table = new Table("use ?", "best", "typical", "worst");
            foreach (Use use in model.Uses)
            {
                table.Add(Row(use.Title, new Budget(model.Designs.Pocket, model.MainCells, use).SessionCharge));
            }

            return new("sessions", "Charge of one use on battery, in mAh", table,
                "With USB plugged in, a use takes nothing from the cells. " + MarkMeaning);
        }
    }

    private Section ClockCells
    {
        get
        {
            var table = new Table("cell ?", "best", "typical", "worst", "worst, until the charge is spent");
            foreach (Budget budget in model.ClockBudgets)
            {
                string byCharge = Quantity.Duration(budget.Life(Corner.Worst).YearsOfCharge);
                table.Add([budget.Cell.Title, .. Durations(budget), byCharge]);
            }

            string current = Quantity.Number(model.Designs.Clock.StandbyMicroamps(Corner.Worst));
            string title = $"The clock chip's own cell, {current} uA in the worst case";
            return new("clock-cell", title, table, MarkMeaning);
        }
    }

    private Section Steps => Comparison("steps", "From the bench to the safe", "design", model.Designs.Steps);

    private Section Mistakes => Comparison(
        "mistakes", "What one mistake costs in the safe", "mistake",
        [model.Designs.Pocket with { Title = "none" }, .. model.Designs.Mistakes]);

    private Section Press
    {
        get
        {
            StartBudget start = model.Start;
            var table = new Table("? ms", "best", "typical", "worst");
            table.Add(TimeRow("press to POWER_HOLD", start.ToHold));
            table.Add(TimeRow("press to the digits", start.ToDigits));
            table.Add(TimeRow("the latch holds by itself, from lifting the finger", corner => 1000 * model.Latch.Seconds(corner)));
            string verdict = model.Latch.OutlastsStart(start) ? "longer" : "NOT LONGER";
            return new("press", "How long to press", table,
                $"C20 is charged after {Whole(model.Latch.ChargeMilliseconds)} ms, so a tap of "
                + $"{Whole(model.Latch.ShortestPressMilliseconds)} ms is enough. With every figure at its worst the latch "
                + $"holds {verdict} than the start takes. A question mark: it rests on figures that are not verified.");
        }
    }

    private Section HoldUp
    {
        get
        {
            var table = new Table("part", "what", "longest", "typical", "shortest", "unit", "verified", "why not", "source");
            foreach (LatchFigure figure in model.Latch.Figures)
            {
                table.Add(
                [
                    figure.Reference, figure.What,
                    .. Corners.Select(corner => Marked(Quantity.Number(figure.At(corner)), figure.IsVerified(corner))),
                    figure.Unit, figure.Verified, figure.Reason, figure.Source,
                ]);
            }

            return new("latch", "What the hold-up rests on", table, "Longest and shortest: with which the latch holds so.");
        }
    }

    private Section Start
    {
        get
        {
            var table = new Table("what", "best", "typical", "worst", "verified", "source");
            foreach (string until in new[] { StartStep.Hold, StartStep.Digits })
            {
                foreach (StartStep step in model.Start.Steps.Where(step => step.Until == until))
                {
                    table.Add(
                    [
                        step.What, .. Corners.Select(corner => Marked(Whole(step.At(corner)), step.IsVerified(corner))),
                        step.Verified, step.Source,
                    ]);
                }

                bool hold = until == StartStep.Hold;
                table.Add(
                [
                    hold ? "**POWER_HOLD**" : "**digits**",
                    .. Corners.Select(corner =>
                        $"**{Whole(hold ? model.Start.ToHold(corner) : model.Start.ToDigits(corner))}** ?"),
                    "", "",
                ]);
            }

            return new("start", "From the press to the digits, in ms", table,
                "A question mark: an estimate or computed from one; only a chip can tell.");
        }
    }

    private Section Levers
    {
        get
        {
            var table = new Table("what", "typical, ms", "lever");
            foreach (StartStep step in model.Start.Steps
                .Where(step => !step.Lever.StartsWith("none", StringComparison.Ordinal))
                .OrderByDescending(step => step.Typical))
            {
                table.Add(step.What, Whole(step.Typical), step.Lever);
            }

            return new("levers", "What makes it faster", table, "Largest first.");
        }
    }

    private Section Figures
    {
        get
        {
            var table = new Table("key", "part", "mode", "best", "typical", "worst", "unit");
            foreach (Figure figure in model.Figures.All)
            {
                table.Add(
                [
                    figure.Key, model.PartName(figure), figure.Mode,
                    .. Corners.Select(corner => Quantity.Marked(Quantity.Number(figure.At(corner)), figure, corner)),
                    figure.Unit,
                ]);
            }

            int verified = model.Figures.All.Sum(figure => Corners.Count(figure.IsVerified));
            return new("figures", "The figures", table,
                $"A question mark: not verified. {verified} of {Corners.Length * model.Figures.All.Count} values are.");
        }
    }

    private Section Sources
    {
        get
        {
            var table = new Table("key", "verified", "why not", "condition", "source");
            foreach (Figure figure in model.Figures.All)
            {
                table.Add(figure.Key, figure.Verified, figure.Reason, figure.Condition, figure.Source);
            }

            foreach (Use use in model.Uses)
            {
                table.Add(use.Key, "no", "a habit", $"{use.SessionsPerYear} times a year", use.Source);
            }

            return new("sources", "Where the figures are from", table,
                "Verified: the value was read there. All else is second hand, a bound, or an assumption, as said.");
        }
    }

    private static string Whole(double milliseconds) =>
        Math.Round(milliseconds).ToString(CultureInfo.InvariantCulture);

    private static string Marked(string text, bool verified) => verified ? text : text + " ?";

    private static string[] TimeRow(string name, Func<Corner, double> milliseconds) =>
        [name, .. Corners.Select(corner => Whole(milliseconds(corner)) + " ?")];

    private static string[] Durations(Budget budget) =>
        [.. Corners.Select(corner => Quantity.Duration(budget.Life(corner)))];

    private static string[] Row(string name, Func<Corner, double> value) =>
        [name, .. Corners.Select(corner => Quantity.Number(value(corner)))];

    private static string[] ShareRow(string name, Budget budget, Func<Corner, double> charge) =>
    [
        .. Row(name, charge),
        Quantity.Percent(charge(Corner.Typical) / budget.YearlyCharge(Corner.Typical).Total),
        Quantity.Percent(charge(Corner.Worst) / budget.YearlyCharge(Corner.Worst).Total),
    ];

    private Section Comparison(string key, string title, string kind, IReadOnlyList<Design> designs)
    {
        var table = new Table(kind + " ?", "standby, uA typical", "standby, uA worst", "best", "typical", "worst");
        foreach (Design design in designs)
        {
            table.Add(
            [
                design.Title, Quantity.Number(design.StandbyMicroamps(Corner.Typical)),
                Quantity.Number(design.StandbyMicroamps(Corner.Worst)), .. Durations(model.InSafe(design)),
            ]);
        }

        return new(key, title, table, MarkMeaning);
    }
}

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
