using System.Globalization;
using System.Xml.Linq;
using HwToken.Wiring.Inputs;
using HwToken.Wiring.Model;
using HwToken.Wiring.Output;

namespace HwToken.Wiring.Tests.Output;

public class WiringPictureTests
{
    private static readonly Circuit Small = new(
        Tables.Build(),
        [
            Tables.Wire("3V3", "3V3", "chip", "VCC"), Tables.Wire("A", "7", "chip", "IN", "1 kOhm in series"),
            Tables.Wire("B", "8", "chip", "OUT", "2 kOhm to 3V3; 3 nF to GND; a note"), Tables.Wire("A", "", "other", "X"),
        ]);

    public static TheoryData<string> Builds => [.. Tables.Hardware.ReadBuilds().Select(build => build.Key)];

    [Fact]
    public void ToSvg_Texts_NameBoardPartsPinsNetsAndValues()
    {
        string[] wanted =
        [
            "Title", "note", "Board", "3V3", "GPIO 7", "GPIO 8", "chip", "other", "VCC", "IN", "OUT", "X", "A", "B",
            "1 k\u03A9", "2 k\u03A9", "3 nF", "a note",
        ];

        Assert.Empty(wanted.Except(Texts(Draw(Small))));
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void ToSvg_OfEveryBuild_NamesEveryNetAndPin(string build)
    {
        Circuit circuit = Tables.CircuitOf(build);
        IReadOnlyList<Terminal> terminals = [.. circuit.Modules.SelectMany(module => module.Terminals)];
        IEnumerable<string> wanted =
        [
            .. circuit.Nets, .. circuit.Modules.Select(module => module.Name), .. terminals.Select(t => t.Pin),
            .. terminals.SelectMany(t => t.Remark.Passives).Select(passive => passive.Label),
        ];

        Assert.Empty(wanted.Except(Texts(Draw(circuit))));
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void ToSvg_OfEveryBuild_StaysInsideItsSheet(string build)
    {
        XElement svg = Draw(Tables.CircuitOf(build));
        double width = Number(svg, "width");
        double height = Number(svg, "height");

        Assert.All(Elements(svg, "line"), line =>
        {
            Assert.InRange(Math.Max(Number(line, "x1"), Number(line, "x2")), 0, width);
            Assert.InRange(Math.Max(Number(line, "y1"), Number(line, "y2")), 0, height);
        });
        Assert.All(Elements(svg, "text"), text => Assert.InRange(Number(text, "y"), 0, height));
    }

    // Straight from the board's pin to the part: the only horizontal wires that begin at the board's edge.
    [Theory]
    [MemberData(nameof(Builds))]
    public void ToSvg_OfEveryBuild_HasOneWireFromEachBoardPin(string build)
    {
        Circuit circuit = Tables.CircuitOf(build);
        IEnumerable<XElement> wires = Elements(Draw(circuit), "line")
            .Where(line => Number(line, "x1") == Layout.BoardRight && Number(line, "y1") == Number(line, "y2"));

        Assert.Equal(circuit.BoardPins.Count, wires.Select(line => Number(line, "y1")).Distinct().Count());
        Assert.Equal(circuit.BoardPins.Count, wires.Count());
    }

    [Fact]
    public void ToSvg_NetWithTwoPins_IsJoinedByDotsOnOneTrunk()
    {
        XElement[] dots = [.. Elements(Draw(Small), "circle").Where(dot => Number(dot, "r") == 4)];

        // Two on the trunk, one in the legend.
        Assert.Equal(3, dots.Length);
        Assert.Equal(Number(dots[0], "cx"), Number(dots[1], "cx"));
    }

    [Fact]
    public void ToSvg_Step_KeepsItsColoursAndPalesTheOthers()
    {
        string color = new Palette(Small.Nets)["A"];
        Step step = Step.Of([Tables.Measurement(max: "1", red: "A", nets: "A")]).Single();

        XElement svg = Draw(Small, step);

        Assert.Equal("Title, step step", svg.Element(svg.Name.Namespace + "title")!.Value);
        Assert.All(Labels(svg, "A"), label => Assert.Equal(color, label));
        Assert.All(Labels(svg, "B"), label => Assert.Equal(Palette.Pale, label));
        Assert.Contains("1", Texts(svg));
    }

    [Fact]
    public void ToSvg_WithoutStep_HasNoPaleWire() => Assert.DoesNotContain(
        Palette.Pale, Elements(Draw(Small), "line").Select(line => line.Attribute("stroke")!.Value));

    [FactNeeding("rsvg-convert")]
    public void Pictures_OfTheRepository_AreRenderedByAnotherProgram() => Assert.All(
        Directory.GetFiles(Tables.Hardware.Pictures, "*.svg"),
        file => Assert.True(Rsvg.PngOf(file).Length > 10_000, file));

    private static XElement Draw(Circuit circuit, Step? step = null) =>
        XDocument.Parse(new WiringPicture(circuit, step).ToSvg()).Root!;

    private static IEnumerable<XElement> Elements(XElement svg, string name) => svg.Elements(svg.Name.Namespace + name);

    private static IEnumerable<string> Texts(XElement svg) => Elements(svg, "text").Select(text => text.Value);

    private static IEnumerable<string> Labels(XElement svg, string text) =>
        Elements(svg, "text").Where(label => label.Value == text).Select(label => label.Attribute("fill")!.Value);

    private static double Number(XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
