namespace HwToken.PowerBudget.Model;

/// <summary>Where a year's charge goes, in mAh.</summary>
public readonly record struct YearlyCharge(double Standby, double Sessions, double SelfDischarge)
{
    public double Total => Standby + Sessions + SelfDischarge;
}
