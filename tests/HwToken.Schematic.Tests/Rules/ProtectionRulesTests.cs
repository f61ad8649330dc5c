using HwToken.Schematic.Inputs;
using HwToken.Schematic.Rules;

namespace HwToken.Schematic.Tests.Rules;

/// <summary>Fuse, discharges, diode paths.</summary>
public class ProtectionRulesTests
{
    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Check_BothBuilds_Hold(string build)
    {
        Repo.AssertHolds(new FuseRule(), build);
        Repo.AssertHolds(new DischargeRule(), build);
        Repo.AssertHolds(new BackfeedRule(), build);
    }

    [Theory]
    [InlineData("U6.3=VBUS", "U6.3 (VIN1) takes its supply from VBUS without a fuse")]
    [InlineData("U5.7=VBUS", "U5.7 (VREGIN) takes its supply from VBUS without a fuse")]
    public void Fuse_PassedBy_IsFound(string changes, string finding) =>
        Repo.AssertFinds(new FuseRule(), Repo.Rewired(Build.Pocket, changes), finding);

    [Theory]
    [InlineData("6 V 0.35 A hold 0.8 ohm", "F1 holds 350 mA, and VBUS_FUSED takes 390.9 mA")]
    [InlineData("6 V 0.5 A hold 2 ohm", "F1 leaves 3.62 V, but VBUS_FUSED is said to be 4 V at least")]
    [InlineData("6 V", "F1: bom.csv must give its hold current and its resistance")]
    public void Fuse_OtherValue_IsFound(string value, string finding) =>
        Repo.AssertFinds(new FuseRule(), Repo.Revalued(Build.Pocket, "F1", value), finding);

    /// <summary>The multiplexer takes 0.003 mA and the regulator 0.7 mA themselves.</summary>
    [Fact]
    public void LoadBehind_TheFuse_IsTheBridgeAndAllThatTheRegulatorFeeds() => Assert.Equal(
        20 + 0.003 + 0.7 + 340 + 30 + 0.2, RegulatorRule.LoadBehind(Repo.Design(Build.Pocket), "VBUS_FUSED"), 9);

    [Theory]
    [InlineData("D5.1=NC", "SW1.2 (2) can be touched, and nothing protects PRESS")]
    [InlineData("C1.1=NC", "SW1.1 (1) can be touched, and nothing protects VSYS")]
    [InlineData("D3.1=NC D3.6=NC", "J1.A6 (D+) can be touched, and nothing protects USB_D+")]
    [InlineData("U1.5=PRESS", "PRESS leads from SW1.2 (2) to U1 without a resistor")]
    public void Discharge_Unprotected_IsFound(string changes, string finding) =>
        Repo.AssertFinds(new DischargeRule(), Repo.Rewired(Build.Pocket, changes), finding);

    [Fact]
    public void Discharge_DiodeOfFiveVolts_ConductsWithNewCells() => Repo.AssertFinds(
        new DischargeRule(), Repo.Revalued(Build.Pocket, "D5", "5.0 V"), "D5 allows 5 V, but PRESS has up to 5.4 V");

    [Fact]
    public void Backfeed_DiodeFromTheCells_IsFound() => Repo.AssertFinds(
        new BackfeedRule(), Repo.Rewired(Build.Pocket, "D2.1=CELLS D2.3=VSYS"),
        "D2: CELLS at 5.4 V feeds VSYS, which U6 holds at 4 V");
}
