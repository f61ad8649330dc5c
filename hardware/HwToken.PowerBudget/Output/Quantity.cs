using System.Globalization;
using HwToken.PowerBudget.Inputs;
using HwToken.PowerBudget.Model;

namespace HwToken.PowerBudget.Output;

/// <summary>Numbers as people read them: three digits that count, a unit that fits.</summary>
public static class Quantity
{
    private const double DaysPerYear = 365.25;
    private const double HoursPerDay = 24;

    /// <summary>Days and hours are clearer than fractions of a year below this.</summary>
    private const double FewYears = 0.95;

    private const double FewDays = 2;

    public static string Number(double value)
    {
        if (value == 0)
        {
            return "0";
        }

        int integerDigits = (int)Math.Floor(Math.Log10(Math.Abs(value))) + 1;
        int decimals = Math.Clamp(3 - integerDigits, 0, 15);
        return value.ToString("F" + decimals, CultureInfo.InvariantCulture);
    }

    public static string Duration(double years)
    {
        double days = years * DaysPerYear;
        return years >= FewYears ? OneDecimal(years) + " years"
            : days >= FewDays ? Math.Round(days).ToString(CultureInfo.InvariantCulture) + " days"
            : OneDecimal(days * HoursPerDay) + " hours";
    }

    /// <summary>The life, and whether it ends with the cell's shelf life and not with its charge.</summary>
    public static string Duration(Life life) => Duration(life.Years) + (life.IsLimitedByShelf ? " (shelf)" : "");

    public static string Percent(double share) =>
        Math.Round(share * 100).ToString(CultureInfo.InvariantCulture) + " %";

    /// <summary>The mark without which an unverified figure is not printed.</summary>
    public static string Marked(string text, Figure figure, Corner corner) =>
        figure.IsVerified(corner) ? text : text + " ?";

    private static string OneDecimal(double value) => value.ToString("F1", CultureInfo.InvariantCulture);
}
