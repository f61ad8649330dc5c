using HwToken.Wiring.Inputs;

namespace HwToken.Wiring.Model;

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
