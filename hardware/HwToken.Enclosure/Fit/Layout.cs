// What a drawing says about itself, as OpenSCAD echoes it.

using System.Text.Json;
using HwToken.Enclosure.Mesh;

namespace HwToken.Enclosure.Fit;

/// <summary>A bought part where the drawing puts it.</summary>
/// <param name="Cavity">The room that it must stay in.</param>
/// <param name="RestsOn">The part that it is mounted on and touches; empty: none.</param>
/// <param name="Opening">The side on which it looks out of its cavity, such as "-x"; empty: none.</param>
public sealed record PlacedModule(
    string Name, string Cavity, Box Box, double Clearance, string RestsOn, string Opening);

/// <summary>
/// What a drawing says about itself: OpenSCAD's echo of its modules, boxes and numbers, so that the check reads the
/// very numbers that the plastic is drawn from.
/// </summary>
public sealed class Layout
{
    private const string Prefix = "ECHO: ";
    private readonly List<PlacedModule> _modules = [];
    private readonly List<(string Kind, string Name, Box Box)> _boxes = [];
    private readonly Dictionary<string, double> _numbers = [];

    public IReadOnlyList<PlacedModule> Modules => _modules;

    /// <exception cref="InvalidDataException">A line is none of report_module, report_box, report_number.</exception>
    public static Layout Parse(IEnumerable<string> lines)
    {
        var layout = new Layout();
        foreach (string line in lines.Where(line => line.Length > 0))
        {
            layout.Add(line);
        }

        return layout;
    }

    public IReadOnlyList<(string Name, Box Box)> Boxes(string kind) =>
        [.. _boxes.Where(box => box.Kind == kind).Select(box => (box.Name, box.Box))];

    public bool HasBoxes(string kind) => _boxes.Any(box => box.Kind == kind);

    /// <exception cref="InvalidDataException">The drawing does not report it.</exception>
    public Box BoxOf(string kind, string name)
    {
        foreach ((string otherKind, string otherName, Box box) in _boxes)
        {
            if (otherKind == kind && otherName == name)
            {
                return box;
            }
        }

        throw new InvalidDataException($"the drawing reports no {kind} {name}");
    }

    /// <exception cref="InvalidDataException">The drawing does not report it.</exception>
    public double Number(string name) => _numbers.TryGetValue(name, out double value)
        ? value
        : throw new InvalidDataException($"the drawing reports no {name}");

    private void Add(string line)
    {
        try
        {
            // Texts, numbers and vectors look as they do in JSON; undef, nan and inf do not, and are refused.
            using JsonDocument json = JsonDocument.Parse($"[{line[Prefix.Length..]}]");
            JsonElement values = json.RootElement;
            switch (values[0].GetString())
            {
                case "module":
                    _modules.Add(new PlacedModule(
                        Text(values[1]), Text(values[2]), Box.At(ToVector(values[3]), ToVector(values[4])),
                        values[5].GetDouble(), Text(values[6]), Text(values[7])));
                    break;
                case "box":
                    _boxes.Add((Text(values[1]), Text(values[2]), Box.At(ToVector(values[3]), ToVector(values[4]))));
                    break;
                case "number":
                    _numbers[Text(values[1])] = values[2].GetDouble();
                    break;
                default:
                    throw Bad(line);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or IndexOutOfRangeException
            or ArgumentOutOfRangeException)
        {
            throw Bad(line);
        }
    }

    private static string Text(JsonElement element) => element.GetString()!;

    private static Vector ToVector(JsonElement element) =>
        new(element[0].GetDouble(), element[1].GetDouble(), element[2].GetDouble());

    private static InvalidDataException Bad(string line) => new($"not understood from OpenSCAD: {line}");
}
