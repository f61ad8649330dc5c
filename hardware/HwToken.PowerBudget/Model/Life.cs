namespace HwToken.PowerBudget.Model;

/// <summary>How long a cell lasts: until its charge is spent, or until its maker no longer answers for it.</summary>
public readonly record struct Life(double YearsOfCharge, double YearsOfShelf)
{
    public double Years => Math.Min(YearsOfCharge, YearsOfShelf);

    public bool IsLimitedByShelf => YearsOfShelf < YearsOfCharge;
}
