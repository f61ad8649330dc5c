namespace HwToken.Architecture.Tests.Firmware;

/// <summary>
/// What the firmware's panel inherits from the package Iot.Device.Ssd13xx and must not use: it writes more than it was
/// told, or lights a panel whose memory is random.
/// </summary>
public class PanelTests
{
    private static readonly string Folder = Repository.PathOf("firmware", "HwToken.Firmware");

    [Theory]
    [InlineData("SendData")]
    [InlineData("SliceGenericBuffer")]
    [InlineData("Display")]
    [InlineData("ClearScreen")]
    [InlineData("ClearDirectAligned")]
    [InlineData("DrawDirectAligned")]
    [InlineData("DrawPixel")]
    [InlineData("DrawHorizontalLine")]
    [InlineData("DrawVerticalLine")]
    [InlineData("DrawFilledRectangle")]
    [InlineData("DrawBitmap")]
    [InlineData("DrawString")]
    public void Inherited_Member_IsNamedAndCalledNowhere(string member)
    {
        Assert.Contains(member, File.ReadAllText(Path.Combine(Folder, "Adapters", "Panel.cs")), StringComparison.Ordinal);
        Assert.All(
            Product.SourcesBelow(Folder),
            path => Assert.DoesNotMatch($@"\b{member}\s*\(", File.ReadAllText(path)));
    }

    [Theory]
    [InlineData("Iot.Device.Ssd13xx.Ssd1306(")]
    [InlineData("DisplayResolution.")]
    public void SetUp_OfThePackage_IsNeverRun(string text) =>
        Assert.All(
            Product.SourcesBelow(Folder),
            path => Assert.DoesNotContain(text, File.ReadAllText(path), StringComparison.Ordinal));
}
