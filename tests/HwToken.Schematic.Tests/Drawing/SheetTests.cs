using HwToken.Schematic.Drawing;
using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

namespace HwToken.Schematic.Tests.Drawing;

public class SheetTests
{
    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Sheet_EveryNet_IsNamedOrOnePiece(string build)
    {
        Sheet sheet = Repo.Sheet(build);

        Assert.All(
            sheet.Pins,
            pin => Assert.True(
                sheet.Segments.Any(s => s.Net == pin.Net && s.Contains(pin.End))
                    || sheet.Marks.Any(m => m.Net == pin.Net && m.At == pin.End)
                    || sheet.Pins.Any(other => other != pin && other.Net == pin.Net && other.End == pin.End),
                pin.First.ToString()));
    }

    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Sheet_OpenPins_AreCrossedOut(string build)
    {
        Sheet sheet = Repo.Sheet(build);

        Assert.Equal(
            sheet.Pins.Count(pin => pin.Net == Terminal.Open), sheet.Marks.Count(mark => mark.Kind == MarkKind.Cross));
    }

    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Sheet_Ground_PointsDownAndSuppliesUp(string build) => Assert.All(
        Repo.Sheet(build).Marks,
        mark => Assert.Equal(
            mark.Kind switch
            {
                MarkKind.Ground => Direction.Down,
                MarkKind.Power => Direction.Up,
                _ => mark.Direction,
            },
            mark.Direction));

    [Fact]
    public void Sheet_UnknownKind_IsNamed() => Assert.Contains(
        "line 3: there is no kind 'arc'",
        Assert.Throws<InvalidDataException>(
            () => new Sheet(Repo.Design(Build.Bench), "", [new DrawingLine("line 3", "arc", "", "1,2")])).Message,
        StringComparison.Ordinal);
}
