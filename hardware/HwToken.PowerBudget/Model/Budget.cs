using HwToken.PowerBudget.Inputs;

namespace HwToken.PowerBudget.Model;

/// <summary>
/// How long <paramref name="cell"/> feeds <paramref name="design"/> in <paramref name="use"/>; without a use, it only
/// waits.
/// </summary>
public sealed class Budget(Design design, Cell cell, Use? use)
{
    public Cell Cell => cell;

    /// <summary>mAh that one use takes.</summary>
    public double SessionCharge(Corner corner) =>
        use is null ? 0 : Charge.OfSession(design.AwakeMilliamps(corner), use.Seconds(corner));

    public YearlyCharge YearlyCharge(Corner corner) => new(
        Charge.OfYear(design.StandbyMicroamps(corner)),
        use is null ? 0 : use.SessionsPerYear * SessionCharge(corner),
        cell.SelfDischargeOfYear(corner));

    public Life Life(Corner corner) => new(
        cell.Capacity.MilliampHours(corner) / YearlyCharge(corner).Total, cell.ShelfLife.Years(corner));

    /// <summary>The standby current, in microamps, with which the charge lasts so long; below 0 if none does.</summary>
    public double AffordableMicroamps(Corner corner, double years)
    {
        YearlyCharge charge = YearlyCharge(corner);
        double available = (cell.Capacity.MilliampHours(corner) / years) - charge.Sessions - charge.SelfDischarge;
        return Charge.MicroampsOfYear(available);
    }
}
