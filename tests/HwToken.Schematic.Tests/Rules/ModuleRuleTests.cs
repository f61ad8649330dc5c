using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;
using HwToken.Schematic.Rules;

namespace HwToken.Schematic.Tests.Rules;

public class ModuleRuleTests
{
    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Check_BothBuilds_Hold(string build) => Repo.AssertHolds(new ModuleRule(), build);

    [Theory]
    [InlineData("pocket", "U1", "ESP32-S3-WROOM-1-N16R8", "U1: ESP32-S3-WROOM-1-N16R8 has PSRAM 'octal', but ESP32_S3_QUAD")]
    [InlineData("pocket", "U1", "ESP32-S3-WROOM-1-N2", "U1: ESP32-S3-WROOM-1-N2 has 2 MB of flash, ESP32_S3_QUAD needs 4")]
    [InlineData("pocket", "U1", "ESP32-S3-WROOM-1", "U1: 'ESP32-S3-WROOM-1' does not say how much flash")]
    [InlineData("bench", "M1", "ESP32-DevKitC-VE", "M1: ESP32-DevKitC-VE has PSRAM 'quad', but ESP32_REV3 runs with none")]
    public void Check_OtherModule_IsFound(string build, string line, string code, string finding) =>
        Repo.AssertFinds(new ModuleRule(), Ordered(Repo.Design(build), line, code), finding);

    [Fact]
    public void Check_WireOnAnOctalPin_IsFound()
    {
        Design design = Ordered(Repo.Rewired(Build.Pocket, "U1.28=BUTTON"), "U1", "ESP32-S3-WROOM-1-N8R8");
        Image octal = design.Images[0] with { Name = "ESP32_S3_OCTAL", Psram = [EspModule.None, EspModule.Octal] };

        Assert.Equal(
            ["U1.28 (IO35) belongs to the octal PSRAM of ESP32-S3-WROOM-1-N8R8, but is on BUTTON"],
            new ModuleRule().Check(design with { Images = [octal] }));
    }

    [Theory]
    [InlineData("ESP32-S3-WROOM-1-N4", "none", 4)]
    [InlineData("ESP32-S3-WROOM-1-N8R2", "quad", 8)]
    [InlineData("ESP32-S3-WROOM-1-N8R8", "octal", 8)]
    [InlineData("ESP32-S3-WROOM-1-N16R16V", "octal", 16)]
    [InlineData("ESP32-DevKitC-32E", "none", 4)]
    [InlineData("ESP32-DevKitC-VE", "quad", 4)]
    public void EspModule_Code_IsFlashAndPsram(string code, string psram, int flash) =>
        Assert.Equal(new EspModule(psram, flash), EspModule.Of(code));

    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Image_OfABuild_IsOnTheBuildersPage(string build)
    {
        string page = File.ReadAllText(Repository.PathOf("firmware", "README.md"));

        Assert.All(
            Repo.Design(build).Images, image => Assert.Contains($"`{image.Name}`", page, StringComparison.Ordinal));
    }

    private static Design Ordered(Design design, string line, string code) => design with
    {
        Bom = [.. design.Bom.Select(l => l.Reference == line ? l with { PartNumber = code } : l)],
    };
}
