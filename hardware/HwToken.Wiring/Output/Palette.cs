using HwToken.Wiring.Model;

namespace HwToken.Wiring.Output;

/// <summary>A colour for each net: the usual ones for the rails, and then one after the other.</summary>
public sealed class Palette
{
    /// <summary>For what is not part of the step that is shown.</summary>
    public const string Pale = "#d8d8d8";

    private static readonly string[] Colors =
    [
        "#1565c0", "#2e7d32", "#b26a00", "#6a1b9a", "#00838f", "#ad1457", "#5d4037", "#558b2f", "#283593", "#00695c",
    ];

    private static readonly Dictionary<string, string> Rails = new()
    {
        [Circuit.Ground] = "#212121",
        ["3V3"] = "#c62828",
        ["3V3_SWITCHED"] = "#ef6c00",
    };

    private readonly Dictionary<string, string> _colors = [];

    public Palette(IEnumerable<string> nets)
    {
        int next = 0;
        foreach (string net in nets)
        {
            _colors[net] = Rails.TryGetValue(net, out string? rail) ? rail : Colors[next++ % Colors.Length];
        }
    }

    public string this[string net] => _colors.GetValueOrDefault(net, Rails[Circuit.Ground]);
}
