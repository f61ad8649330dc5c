using HwToken.Pages;
using HwToken.Wiring.Inputs;
using HwToken.Wiring.Model;

namespace HwToken.Wiring.Output;

/// <summary>Every picture of the wiring and every table of the assembly page.</summary>
public sealed class Drawings(WiringFiles files)
{
    private readonly IReadOnlyList<Build> _builds = files.ReadBuilds();

    public IReadOnlyList<Step> Steps { get; } = Step.Of(files.ReadMeasurements());

    /// <summary>By file name: each build, then each step that adds wires.</summary>
    /// <exception cref="InvalidDataException">A step names a build or a net that is not there.</exception>
    public IReadOnlyDictionary<string, string> Pictures
    {
        get
        {
            var pictures = new Dictionary<string, string>();
            foreach (Build build in _builds)
            {
                pictures[build.Key + ".svg"] = new WiringPicture(CircuitOf(build)).ToSvg();
            }

            foreach (Step step in Steps.Where(step => step.HasPicture))
            {
                pictures[step.Name + ".svg"] = PictureOf(step);
            }

            return pictures;
        }
    }

    /// <summary>The table of each step, keyed by build and step.</summary>
    public IReadOnlyList<Section> Tables => [.. Steps.Select(ToSection)];

    private string PictureOf(Step step)
    {
        Build build = _builds.FirstOrDefault(build => build.Key == step.Build)
            ?? throw new InvalidDataException($"assembly-steps.csv: there is no build {step.Build}");
        Circuit circuit = CircuitOf(build);
        string[] unknown = [.. step.Nets.Except(circuit.Nets)];
        return unknown.Length == 0
            ? new WiringPicture(circuit, step).ToSvg()
            : throw new InvalidDataException($"assembly-steps.csv: {step.Build} has no net {unknown[0]}");
    }

    private Circuit CircuitOf(Build build) => new(build, files.ReadWires(build));

    private static Section ToSection(Step step)
    {
        var table = new Table("", "measure", "red probe", "black probe", "when", "must read", "why");
        for (int i = 0; i < step.Measurements.Count; i++)
        {
            Measurement m = step.Measurements[i];
            table.Add($"{i + 1}", m.Measure, m.Red, m.Black, m.When, m.MustRead, m.Why);
        }

        string[] reasons =
        [
            .. step.Measurements.Select((m, i) => (Number: i + 1, m.Verified)).Where(m => m.Verified != "yes")
                .Select(m => $"{m.Number}: {m.Verified[(m.Verified.IndexOf(' ') + 1)..]}"),
        ];
        string note = reasons.Length == 0 ? "" : $"? not verified. {string.Join(". ", reasons)}.\n";
        return new(step.Name, $"{step.Build}, {step.Key}", table, note.TrimEnd());
    }
}
