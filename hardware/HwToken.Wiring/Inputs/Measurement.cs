// The measurements of the assembly, and the steps that they end.

using HwToken.Pages;

namespace HwToken.Wiring.Inputs;

/// <summary>One line of assembly-steps.csv: what to measure when a step is done, and what it must read.</summary>
/// <param name="Build">The build whose picture shows the step.</param>
/// <param name="Nets">The wires that the step adds; every line of a step has the same.</param>
/// <param name="Red">Where the red probe goes: a net, or a point in words.</param>
/// <param name="When">The state of the token meanwhile.</param>
/// <param name="Verified">"yes" where the limits were read or follow from what was read, else "no" and the reason.</param>
/// <param name="Min">A number, or empty where only the other end counts.</param>
public sealed record Measurement(
    string Build, string Step, IReadOnlyList<string> Nets, string Measure, string Red, string Black, string When,
    string Unit, string Min, string Typical, string Max, string Why, string Verified)
{
    /// <exception cref="InvalidDataException">A limit is not a number, or is missing.</exception>
    public static IReadOnlyList<Measurement> Read(string path) => [.. CsvFile.Read(path).Select(ToMeasurement)];

    /// <summary>The reading and its limits, in words, with the mark of what is not verified.</summary>
    public string MustRead => Verified == "yes" ? Limits : Limits + " ?";

    private string Limits => (Min, Typical, Max) switch
    {
        ("", "", var max) => $"at most {max} {Unit}",
        (var min, "", "") => $"at least {min} {Unit}",
        ("", var typical, var max) => $"{typical} {Unit}, at most {max}",
        (var min, "", var max) => $"{min} to {max} {Unit}",
        (var min, var typical, "") => $"{typical} {Unit}, at least {min}",
        (var min, var typical, var max) => $"{typical} {Unit} ({min} to {max})",
    };

    private static Measurement ToMeasurement(CsvRecord record)
    {
        string[] limits = ["min", "typical", "max"];
        foreach (string column in limits.Where(column => record[column].Length > 0))
        {
            record.Number(column);
        }

        if (record["min"].Length == 0 && record["max"].Length == 0)
        {
            throw new InvalidDataException($"{record.Place}: it needs a min or a max");
        }

        return new(
            record["build"], record["step"], Lists.Items(record["nets"]), record["measure"], record["red"],
            record["black"], record["when"], record["unit"], record["min"], record["typical"], record["max"],
            record["why"], record["verified"]);
    }
}

/// <summary>One step of the assembly: the wires that it adds, and the measurements that end it.</summary>
public sealed record Step(string Build, string Key, IReadOnlyList<Measurement> Measurements)
{
    public IReadOnlyList<string> Nets => Measurements[0].Nets;

    /// <summary>A step without wires has no picture.</summary>
    public bool HasPicture => Nets.Count > 0;

    public string Name => $"{Build}-{Key}";

    /// <summary>In the order of the table.</summary>
    public static IReadOnlyList<Step> Of(IEnumerable<Measurement> measurements) =>
    [
        .. measurements.GroupBy(m => (m.Build, m.Step)).Select(g => new Step(g.Key.Build, g.Key.Step, [.. g])),
    ];

    /// <summary>The numbers of the measurements that touch a net with the red probe.</summary>
    public IReadOnlyList<int> ProbesOn(string net) =>
        [.. Enumerable.Range(0, Measurements.Count).Where(i => Measurements[i].Red == net).Select(i => i + 1)];
}
