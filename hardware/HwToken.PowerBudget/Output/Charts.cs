using HwToken.PowerBudget.Inputs;
using HwToken.PowerBudget.Model;

namespace HwToken.PowerBudget.Output;

/// <summary>The pictures of the page, by file name.</summary>
public sealed class Charts(PowerModel model)
{
    private const double Hour = 1 / Charge.HoursPerYear;
    private const double Day = 24 * Hour;
    private const double Month = 1.0 / 12;

    private const string Mark = " (?: rests on figures that are not verified)";

    private static readonly BarSeries Best = new("best", "#8fbf8f");
    private static readonly BarSeries Typical = new("typical", "#4f81bd");
    private static readonly BarSeries Worst = new("worst", "#c0504d");

    public IReadOnlyDictionary<string, string> All => new Dictionary<string, string>
    {
        ["power-life.svg"] = Lives(),
        ["power-shares.svg"] = Shares(),
        ["power-mistakes.svg"] = Mistakes(),
    };

    private string Lives()
    {
        var scale = Scale.Linear(30, (0, "0"), (5, "5"), (10, "10 years"), (15, "15"), (20, "20"), (25, "25"));
        var chart = new BarChart("Life of three L92 in the pocket token" + Mark, scale, [Best, Typical, Worst]);
        foreach (Use use in model.Uses)
        {
            var budget = new Budget(model.Designs.Pocket, model.MainCells, use);
            Corner[] corners = [Corner.Best, Corner.Typical, Corner.Worst];
            chart.Add(use.Title, [.. corners.Select(corner => LifeBar(budget, corner))]);
        }

        return chart.ToSvg();
    }

    private string Shares()
    {
        var scale = Scale.Linear(45, (0, "0"), (10, "10"), (20, "20 mAh"), (30, "30"), (40, "40"));
        var chart = new BarChart("Where a year's charge goes in the safe, in mAh" + Mark, scale, [Typical, Worst]);
        foreach (Figure figure in model.Designs.Pocket.Standby)
        {
            chart.Add(model.PartName(figure), ChargeBars(corner => Charge.OfYear(figure.Microamps(corner))));
        }

        Budget budget = model.InSafe(model.Designs.Pocket);
        chart.Add("the drill", ChargeBars(corner => budget.YearlyCharge(corner).Sessions));
        chart.Add("self-discharge", ChargeBars(corner => budget.YearlyCharge(corner).SelfDischarge));
        return chart.ToSvg();
    }

    private string Mistakes()
    {
        var scale = Scale.Logarithmic(
            Hour, 40, (Hour, "1 hour"), (Day, "1 day"), (Month, "1 month"), (1, "1 year"), (10, "10 years"));
        var chart = new BarChart("What one mistake costs in the safe" + Mark, scale, [Typical, Worst]);
        foreach (Design design in model.Designs.Mistakes.Prepend(model.Designs.Pocket with { Title = "no mistake" }))
        {
            Budget budget = model.InSafe(design);
            chart.Add(design.Title, [LifeBar(budget, Corner.Typical), LifeBar(budget, Corner.Worst)]);
        }

        return chart.ToSvg();
    }

    private static Bar LifeBar(Budget budget, Corner corner)
    {
        Life life = budget.Life(corner);
        return new(life.Years, Quantity.Duration(life));
    }

    private static Bar[] ChargeBars(Func<Corner, double> charge) =>
        [ChargeBar(charge(Corner.Typical)), ChargeBar(charge(Corner.Worst))];

    private static Bar ChargeBar(double milliampHours) => new(milliampHours, Quantity.Number(milliampHours));
}
