using HwToken.Enclosure.Fit;
using HwToken.Enclosure.Mesh;
using HwToken.Enclosure.OpenScad;

namespace HwToken.Enclosure.Tests.OpenScad;

/// <summary>What OpenSCAD renders from the drawings: bodies that a printer can print.</summary>
public sealed class PrintedPartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hwtoken-parts-");

    public static TheoryData<string, string> Parts
    {
        get
        {
            var parts = new TheoryData<string, string>();
            foreach ((string drawing, string part) in EnclosureFolder.PrintedParts)
            {
                parts.Add(drawing, part);
            }

            return parts;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [TheoryNeeding("openscad")]
    [MemberData(nameof(Parts))]
    public void Part_Rendered_IsAClosedBodyOfItsSizeWithoutLongBridges(string drawing, string part)
    {
        Layout layout = Enclosures.Folder.ReadLayout(drawing);
        Solid solid = StlFile.Read(OpenScadProgram.Stl(Enclosures.Folder.DrawingOf(drawing), part, _folder.FullName)!);

        Assert.Equal(0, solid.OpenEdges);
        AssertNear(layout.BoxOf("part", part), solid.Bounds);
        Vector size = solid.Bounds.Size;
        Assert.InRange(solid.Volume, 0.05 * size.X * size.Y * size.Z, size.X * size.Y * size.Z);
        Assert.InRange(Overhangs.LongestBridge(solid), 0, layout.Number("max_bridge"));
    }

    private static void AssertNear(Box expected, Box actual)
    {
        // STL has six digits.
        const int Digits = 3;
        Assert.Equal(expected.Low.X, actual.Low.X, Digits);
        Assert.Equal(expected.Low.Y, actual.Low.Y, Digits);
        Assert.Equal(expected.Low.Z, actual.Low.Z, Digits);
        Assert.Equal(expected.High.X, actual.High.X, Digits);
        Assert.Equal(expected.High.Y, actual.High.Y, Digits);
        Assert.Equal(expected.High.Z, actual.High.Z, Digits);
    }
}
