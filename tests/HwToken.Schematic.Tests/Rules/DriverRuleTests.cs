using HwToken.Schematic.Rules;

namespace HwToken.Schematic.Tests.Rules;

public class DriverRuleTests
{
    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Check_BothBuilds_Hold(string build) => Repo.AssertHolds(new DriverRule(), build);

    [Theory]
    [InlineData("pocket", "U5.19=BRIDGE_TXD", "net BRIDGE_TXD is driven by U5.21 (TXD) and U5.19 (RTS)")]
    [InlineData("pocket", "U4.6=3V3", "net 3V3 is driven by U2.5 (OUT) and U4.6 (VOUT)")]
    [InlineData("pocket", "U2.2=VSYS", "U2.2 (GND) is a ground pin, but is on VSYS")]
    [InlineData("pocket", "U2.5=GND", "U2.5 (OUT) is shorted to GND")]
    [InlineData("pocket", "U1.2=GND", "U1.2 (3V3) is shorted to GND")]
    [InlineData("bench", "M3.VBUS=3V3", "net 3V3 is driven by M1.J2-1 (3V3) and M3.VBUS (VBUS)")]
    public void Check_Miswired_IsFound(string build, string changes, string finding) =>
        Repo.AssertFinds(new DriverRule(), Repo.Rewired(build, changes), finding);
}
