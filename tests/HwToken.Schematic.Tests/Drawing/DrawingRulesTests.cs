using HwToken.Schematic.Drawing;
using HwToken.Schematic.Inputs;

namespace HwToken.Schematic.Tests.Drawing;

public class DrawingRulesTests
{
    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Check_BothBuilds_Hold(string build) => Assert.Empty(DrawingRules.Check(Repo.Sheet(build)));

    [Theory]
    [InlineData("wire", "BUTTON", "R17.2 R17.1", "the wire of BUTTON at 31,64 meets R17.1 (1), which is on PRESS")]
    [InlineData("wire", "GND", "50,64 50,70", "the wires of BUTTON and GND meet")]
    [InlineData("wire", "GND", "40,60 40,68", "")]
    [InlineData("label", "VSYS", "50,64", "the label VSYS at 50,64 is on no wire of that net")]
    [InlineData("note", "over the processor's name", "149,86", "overlap")]
    [InlineData("note", "on a wire", "36,64", "the text 'on a wire' covers the wire of BUTTON")]
    [InlineData("note", "astride", "110,20", "the text 'astride' covers U2")]
    [InlineData("note", "under R3", "34,75", "the text 'under R3' covers the ground symbol at 35,74")]
    [InlineData("note", "beyond the page", "190,177", "the text 'beyond the page' leaves the page")]
    public void Check_WithOneLineMore_FindsIt(string kind, string name, string path, string finding)
    {
        Sheet sheet = Drawn(lines => lines.Append(new DrawingLine("line", kind, name, path)));
        IReadOnlyList<string> findings = DrawingRules.Check(sheet);

        if (finding.Length == 0)
        {
            // A wire may cross another net's at a right angle.
            Assert.DoesNotContain(findings, found => found.Contains(" meet", StringComparison.Ordinal));
            return;
        }

        Assert.Contains(findings, found => found.Contains(finding, StringComparison.Ordinal));
    }

    [Fact]
    public void Check_UnnamedPieces_AreFound()
    {
        Sheet sheet = Drawn(lines => lines.Where(line => line is not { Kind: "label", Name: "USB_D+" }));

        Assert.Contains(
            DrawingRules.Check(sheet), found => found.StartsWith("a piece of USB_D+ at ", StringComparison.Ordinal));
    }

    private static Sheet Drawn(Func<IEnumerable<DrawingLine>, IEnumerable<DrawingLine>> change) => new(
        Repo.Design(Build.Pocket), "title",
        [.. change(DrawingLine.Read(Repo.Hardware.PathOf("schematic", "pocket-drawing.csv")))]);
}
