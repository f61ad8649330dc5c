using HwToken.Enclosure.Fit;

namespace HwToken.Enclosure.Tests.Fit;

/// <summary>A drawing that fits, and the same drawing with one thing wrong: each rule must see its own.</summary>
public class FitCheckTests
{
    [Fact]
    public void Findings_FittingDrawing_AreNone() => Assert.Empty(FitCheck.Findings(Layout.Parse(Enclosures.Fitting)));

    [Theory]
    [InlineData(
        "\"module\", \"cell\", \"battery\", [4, 4, 2], [38, 10, 10], 0.3, \"\", \"\"",
        "cell has 0 mm of room on +x in battery, and needs 0.3")]
    [InlineData(
        "\"module\", \"cell\", \"battery\", [4, 1, 2], [36, 10, 10], 0.3, \"\", \"\"",
        "cell has -1 mm of room on -y in battery, and needs 0.3")]
    [InlineData(
        "\"module\", \"cell\", \"battery\", [4, 4, 2], [36, 10, 12], 0.3, \"\", \"\"",
        "cell has 0 mm of room on +z in battery, and needs 0.3")]
    [InlineData(
        "\"module\", \"cell\", \"battery\", [4, 4, 1.5], [36, 10, 10], 0.3, \"\", \"\"",
        "cell reaches 0.5 mm into the floor of battery")]
    [InlineData(
        "\"module\", \"socket\", \"electronics\", [2, 43, 6], [6, 8, 3], 0.5, \"pcb\", \"-x\"",
        "socket has -1 mm of room on +y in electronics, and needs 0.5")]
    public void Findings_ModuleTooLargeForItsCavity_NameTheSide(string line, string expected) =>
        AssertFinds(expected, line);

    [Theory]
    [InlineData("[10, 30, 6], [8, 6, 3], 0.5, \"\"", "pcb and chip are 0 mm apart, and need 0.5")]
    [InlineData("[10, 30, 5], [8, 6, 3], 0.5, \"pcb\"", "pcb and chip overlap by 1 mm")]
    [InlineData("[7, 38, 6], [8, 6, 3], 0.5, \"pcb\"", "chip and socket overlap by 1 mm")]
    [InlineData("[8.2, 38, 6], [3, 6, 3], 0.5, \"pcb\"", "chip and socket are 0.2 mm apart, and need 0.5")]
    public void Findings_TwoModulesTooClose_NameBoth(string rest, string expected) =>
        AssertFinds(expected, $"\"module\", \"chip\", \"electronics\", {rest}, \"\"");

    [Theory]
    [InlineData(
        "\"opening\", [13, 41, 14], [12, 6, 2]",
        "the window leaves 0 mm around the lit area, and must leave 0.8")]
    [InlineData("\"lit\", [10, 41, 13], [12, 6, 0]", "the window leaves -2 mm around the lit area, and must leave 0.8")]
    [InlineData("\"pane\", [11, 39, 14], [16, 10, 1]", "the pane overlaps the window's edge by 1 mm, and needs 1.2")]
    public void Findings_WindowBesideTheLitArea_SayByHowMuch(string rest, string expected) =>
        AssertFinds(expected, "\"box\", \"window\", " + rest);

    [Theory]
    [InlineData("\"boss\", \"a\", [36, 12, 4], [5, 5, 10]", "the post a is -2 mm from cell, and needs 0.3")]
    [InlineData("\"boss\", \"a\", [20, 45, 4], [5, 5, 10]", "the board has no notch for the boss a")]
    [InlineData("\"boss\", \"a\", [36, 20, 1], [5, 5, 13]", "the screw a ends 1 mm inside the back of the case")]
    [InlineData("\"notch\", \"pcb\", [35.9, 21, 4], [5.1, 5, 2]", "the board has no notch for the boss a")]
    [InlineData("\"peg\", \"p\", [12, 31, 6], [3, 3, 8]", "the post p is -3 mm from chip, and needs 0.3")]
    public void Findings_ScrewInTheWay_NameIt(string rest, string expected) =>
        AssertFinds(expected, "\"box\", " + rest);

    [Theory]
    [InlineData("\"button_recess\", 2.6", "a finger reaches 2.71 mm deep, and the button closes at 2.85")]
    [InlineData("\"button_recess\", 0", "something round in a bag reaches 1.17 mm deep, and the button closes at 0.25")]
    [InlineData("\"button_mouth\", 18", "something round in a bag reaches 2.77 mm deep, and the button closes at 1.45")]
    [InlineData("\"button_mouth\", 6", "a finger reaches 0.58 mm deep, and the button closes at 1.45")]
    public void Findings_ButtonTooDeepOrTooEasy_SayWhich(string rest, string expected) =>
        AssertFinds(expected, "\"number\", " + rest);

    [Theory]
    [InlineData(
        "\"seal\", \"on_lid\", [34, 16, 14], [10, 18, 2]",
        "the seal lies over the door of the cells: changing cells would break it")]
    [InlineData(
        "\"seal\", \"on_wall\", [43.6, 20, 7], [0.4, 14, 9]",
        "the seal holds on less than 8 mm of lid or wall")]
    [InlineData(
        "\"seal\", \"on_lid\", [34, 20, 14], [10, 10, 2]",
        "the seal does not cover the end of the tamper loop")]
    [InlineData("\"head\", \"a\", [30, 20.5, 14], [4, 4, 2]", "the seal covers no screw of the lid")]
    [InlineData(
        "\"loop\", \"run\", [38, 29, 8], [1, 1, 6]", "the tamper loop does not run straight from the eye to the well")]
    [InlineData("\"loop\", \"run\", [37, 29, 5], [1, 1, 9]", "the tamper loop runs -1 mm from pcb, and needs 0.5")]
    public void Findings_SealOrLoopMisplaced_SayHow(string rest, string expected) =>
        AssertFinds(expected, "\"box\", " + rest);

    [Fact]
    public void Findings_ThinnerThanTheNozzleDraws_SayHowThin() => AssertFinds(
        "something is 0.4 mm thick, and the printer needs 0.9", "\"number\", \"thinnest\", 0.4");

    [Fact]
    public void Findings_AddedModuleInTheLoopsWay_NameIt() => Assert.Contains(
        "the tamper loop runs -2 mm from relay, and needs 0.5",
        FitCheck.Findings(Enclosures.FittingWith(
            "\"module\", \"relay\", \"electronics\", [36, 28, 6], [4, 4, 5], 0.5, \"pcb\", \"\"")));

    [Theory]
    [InlineData(8, 12, 2.7085)]
    [InlineData(5, 6, 1)]
    [InlineData(3, 6, double.PositiveInfinity)]
    public void Reach_BallOnAHole_IsTheHeightOfItsCap(double radius, double hole, double expected) =>
        Assert.Equal(expected, ButtonRules.Reach(radius, hole), 4);

    private static void AssertFinds(string expected, string line) =>
        Assert.Contains(expected, FitCheck.Findings(Enclosures.FittingBut(line)));
}
