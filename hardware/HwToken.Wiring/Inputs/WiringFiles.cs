using HwToken.Pages;

namespace HwToken.Wiring.Inputs;

/// <summary>What the wiring program reads and writes in the hardware folder.</summary>
public sealed class WiringFiles(HardwareFolder folder)
{
    public string Page => folder.PathOf("assembly.md");

    public string Pictures => folder.PathOf("wiring");

    public string Picture(string name) => folder.PathOf("wiring", name);

    public IReadOnlyList<Build> ReadBuilds() => Build.Read(folder.PathOf("HwToken.Wiring", "builds.csv"));

    public IReadOnlyList<Wire> ReadWires(Build build) => Wire.Read(folder.PathOf("wiring.csv"), build.Column);

    public IReadOnlyList<Measurement> ReadMeasurements() => Measurement.Read(folder.PathOf("assembly-steps.csv"));
}
