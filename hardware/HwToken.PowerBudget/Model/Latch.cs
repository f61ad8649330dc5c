// The start: how long the latch holds by itself, and how long the program takes.

using HwToken.Pages;
using HwToken.PowerBudget.Inputs;

namespace HwToken.PowerBudget.Model;

/// <summary>A number that decides how long the latch holds by itself: a line of latch.csv.</summary>
/// <param name="Reference">The part in the schematic.</param>
/// <param name="Nominal">The part's value as the bill of materials has it; empty for what has none.</param>
/// <param name="Longest">The value with which the latch holds longest.</param>
/// <param name="Verified">"yes", "no", or the names of the columns whose values were read in the source.</param>
public sealed record LatchFigure(
    string Key, string Reference, string What, string Unit, string Nominal, double Longest, double Typical,
    double Shortest, string Source, string Verified, string Reason)
{
    public double At(Corner corner) => corner switch
    {
        Corner.Best => Longest,
        Corner.Typical => Typical,
        _ => Shortest,
    };

    public bool IsVerified(Corner corner) => Verified == "yes" || Verified.Split(' ').Contains(
        corner switch
        {
            Corner.Best => "longest",
            Corner.Typical => "typical",
            _ => "shortest",
        });
}

/// <summary>
/// The hold-up of the power latch: a press charges a capacitor at the regulator's enable pin, which keeps the regulator
/// on until the program holds it. Best is longest.
/// </summary>
/// <remarks>
/// Through the discharge resistor R and a leakage I the voltage falls from V to the threshold T in
/// R C ln((V + I R) / (T + I R)).
/// </remarks>
public sealed class Latch(IReadOnlyList<LatchFigure> figures)
{
    private const double MillisecondsPerSecond = 1000;

    /// <summary>Charged to nine tenths is charged.</summary>
    private const double NineTenths = 2.302585092994046;

    public IReadOnlyList<LatchFigure> Figures => figures;

    /// <exception cref="InvalidDataException">A key is missing or given twice, or a number cannot be read.</exception>
    public static Latch Read(string path) => new([.. CsvFile.Read(path).Select(record => new LatchFigure(
        record["key"], record["ref"], record["what"], record["unit"], record["nominal"], record.Number("longest"),
        record.Number("typical"), record.Number("shortest"), record["source"], record["verified"], record["reason"]))]);

    /// <summary>On the capacitor when the finger lifts, volts.</summary>
    public double ChargedVolts(Corner corner)
    {
        double timeConstant = At("charge.resistance", corner) * At("capacitance", corner);
        double share = 1 - Math.Exp(-At("press", corner) / timeConstant);
        return (At("feed", corner) - At("diode.drop", corner)) * share;
    }

    /// <summary>From lifting the finger until the regulator switches off, seconds.</summary>
    public double Seconds(Corner corner)
    {
        double resistance = At("discharge.resistance", corner);
        double leak = At("leakage", corner) * resistance;
        double ratio = (ChargedVolts(corner) + leak) / (At("threshold", corner) + leak);
        return resistance * At("capacitance", corner) * Math.Log(Math.Max(ratio, 1));
    }

    /// <summary>The press that charges the largest capacitor to nine tenths, milliseconds.</summary>
    public double ChargeMilliseconds => NineTenths * At("charge.resistance", Corner.Best) * At("capacitance", Corner.Best);

    /// <summary>The shortest press that the latch is made for, milliseconds.</summary>
    public double ShortestPressMilliseconds => At("press", Corner.Worst);

    /// <summary>Whether the latch holds until the program does, every figure at its worst.</summary>
    public bool OutlastsStart(StartBudget start) =>
        Seconds(Corner.Worst) * MillisecondsPerSecond >= start.ToHold(Corner.Worst);

    private double At(string key, Corner corner) =>
        (figures.SingleOrDefault(figure => figure.Key == key)
            ?? throw new InvalidDataException($"latch.csv must have the key {key} once")).At(corner);
}

/// <summary>One part of the way from the press to the digits: a line of starts.csv.</summary>
/// <param name="Until">"hold" for what comes before the program holds the regulator, "digits" for the rest.</param>
/// <param name="Best">Milliseconds, as the other two.</param>
/// <param name="Verified">"no: " and what the figure is, or the names of the corners that were read in the source.</param>
/// <param name="Lever">What a builder can do about it.</param>
public sealed record StartStep(
    string Key, string Until, string What, double Best, double Typical, double Worst, string Source, string Verified,
    string Lever)
{
    public const string Hold = "hold";
    public const string Digits = "digits";

    public double At(Corner corner) => corner switch
    {
        Corner.Best => Best,
        Corner.Typical => Typical,
        _ => Worst,
    };

    public bool IsVerified(Corner corner) =>
        Verified.Split(' ').Contains(corner.ToString(), StringComparer.OrdinalIgnoreCase);
}

/// <summary>The time from the press to the held regulator, and to the digits.</summary>
public sealed class StartBudget(IReadOnlyList<StartStep> steps)
{
    public IReadOnlyList<StartStep> Steps => steps;

    /// <exception cref="InvalidDataException">A step ends neither at the hold nor at the digits.</exception>
    public static StartBudget Read(string path) => new([.. CsvFile.Read(path).Select(record => new StartStep(
        record["key"],
        record["until"] is StartStep.Hold or StartStep.Digits
            ? record["until"]
            : throw new InvalidDataException($"{record.Place}: until is 'hold' or 'digits', not '{record["until"]}'"),
        record["what"], record.Number("best"), record.Number("typical"), record.Number("worst"), record["source"],
        record["verified"], record["lever"]))]);

    /// <summary>From the press until the program holds the regulator, milliseconds.</summary>
    public double ToHold(Corner corner) => steps.Where(step => step.Until == StartStep.Hold).Sum(step => step.At(corner));

    /// <summary>From the press to the digits, milliseconds.</summary>
    public double ToDigits(Corner corner) => steps.Sum(step => step.At(corner));
}
