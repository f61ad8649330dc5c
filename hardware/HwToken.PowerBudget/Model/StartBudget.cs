using HwToken.Pages;
using HwToken.PowerBudget.Inputs;

namespace HwToken.PowerBudget.Model;

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
