using HwToken.Pages;
using HwToken.Wiring.Inputs;
using HwToken.Wiring.Model;

namespace HwToken.Wiring.Tests;

/// <summary>The repository's own tables, and small made-up ones.</summary>
internal static class Tables
{
    public static HardwareFolder Folder { get; } = new(Repository.PathOf("hardware"));

    public static WiringFiles Hardware { get; } = new(Folder);

    public static Circuit CircuitOf(string build)
    {
        Build found = Hardware.ReadBuilds().Single(b => b.Key == build);
        return new Circuit(found, Hardware.ReadWires(found));
    }

    public static Build Build(
        IReadOnlyList<string>? leftOut = null, Dictionary<string, string>? joined = null,
        Dictionary<string, string>? renamed = null) =>
        new("key", "Title", "Board", "column", leftOut ?? [], joined ?? [], renamed ?? [], "note");

    public static Wire Wire(string net, string boardPin, string part, string pin, string remark = "") =>
        new(net, boardPin, part, pin, remark);

    public static Measurement Measurement(
        string min = "", string typical = "", string max = "", string verified = "yes", string red = "A",
        params string[] nets) =>
        new("key", "step", nets, "level", red, "GND", "on", "V", min, typical, max, "why", verified);
}
