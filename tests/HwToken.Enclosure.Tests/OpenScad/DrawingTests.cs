using System.Globalization;
using HwToken.Enclosure.Fit;
using HwToken.Enclosure.Mesh;
using HwToken.Enclosure.OpenScad;

namespace HwToken.Enclosure.Tests.OpenScad;

/// <summary>The drawings themselves, by what OpenSCAD says that it draws.</summary>
public class DrawingTests
{
    /// <summary>A bank card (85.6 x 54 mm, ISO/IEC 7810 ID-1), but thick.</summary>
    private static readonly Vector LargestPocketCase = new(54, 86, 20);

    [TheoryNeeding("openscad")]
    [InlineData("pocket", 17)]
    [InlineData("bench", 6)]
    public void Drawing_AsCommitted_Fits(string drawing, int modules)
    {
        Layout layout = Enclosures.Folder.ReadLayout(drawing);

        Assert.Equal(modules, layout.Modules.Count);
        Assert.Empty(FitCheck.Findings(layout));
    }

    [FactNeeding("openscad")]
    public void PocketCase_Size_FitsAPocketAndIsThePages()
    {
        Vector size = Enclosures.Folder.ReadLayout("pocket").BoxOf("case", "pocket").Size;

        Vector room = LargestPocketCase - size;
        Assert.True(room is { X: >= 0, Y: >= 0, Z: >= 0 }, room.ToString());
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"pocket case: {size.X:0.0} x {size.Y:0.0} x {size.Z:0.0} mm"),
            File.ReadAllText(Enclosures.Folder.PictureOf("README.md")), StringComparison.Ordinal);
    }

    [FactNeeding("openscad")]
    public void Button_OfThePocketCase_IsThePages()
    {
        Layout layout = Enclosures.Folder.ReadLayout("pocket");
        double mouth = layout.Number("button_mouth");
        double reach = ButtonRules.Reach(layout.Number("finger_radius"), mouth);
        double contact = layout.Number("button_recess") + layout.Number("button_travel");
        string page = File.ReadAllText(Enclosures.Folder.PictureOf("README.md")).ReplaceLineEndings(" ");

        Assert.Contains(
            string.Create(
                CultureInfo.InvariantCulture, $"reaches {reach:0.0} mm deep, the switch closes at {contact:0.00},"),
            page, StringComparison.Ordinal);
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"lies {layout.Number("button_recess"):0.0} mm below the face"),
            page, StringComparison.Ordinal);
    }

    // The check must see a part that grew: the drawing gives way where it can, and must not where it cannot.
    [TheoryNeeding("openscad")]
    [InlineData("pocket", "esp32_s3=[20, 25.5, 3.1]", "esp32_s3 has -1.2 mm of room on +x in electronics")]
    [InlineData("pocket", "usb_c=[7.35, 12, 3.26]", "rtc_holder and usb_c overlap by 2.4 mm")]
    [InlineData("pocket", "oled_module=[27.3, 31, 4.1]", "oled_module has -1.3 mm of room on +y in electronics")]
    [InlineData("pocket", "oled_active=[25, 12, 0]", "the pane overlaps the window's edge by 0 mm, and needs 1.2")]
    [InlineData("pocket", "screw=[3.8, 3.8, 18]", "ends 1 mm inside the back of the case")]
    [InlineData("pocket", "seal=[6, 22, 0.2]", "the seal does not cover the end of the tamper loop")]
    [InlineData("pocket", "button_travel=[0, 0, 1.5]", "a finger reaches 2.71 mm deep, and the button closes at 2.7")]
    [InlineData("pocket", "wall=1.2", "something is 0.1 mm thick, and the printer needs 0.9")]
    [InlineData("bench", "devkit=[90, 27.9, 7.5]", "devkit has ")]
    [InlineData("bench", "window_margin=0.2", "the window leaves 0.2 mm around the lit area, and must leave 0.8")]
    public void Drawing_PartTooLarge_IsFound(string drawing, string definition, string expected) => Assert.Contains(
        FitCheck.Findings(Enclosures.Folder.ReadLayout(drawing, definition)),
        finding => finding.Contains(expected, StringComparison.Ordinal));

    [FactNeeding("openscad")]
    public void Drawing_SizeWithoutAValue_IsRefused()
    {
        var error = Assert.Throws<InvalidDataException>(() => Enclosures.Folder.ReadLayout("pocket", "esp32_s3=undef"));

        Assert.Contains("undef", error.Message, StringComparison.Ordinal);
    }

    [FactNeeding("openscad")]
    public void Drawing_ThatIsNotThere_IsAnError() =>
        Assert.Throws<OpenScadException>(() => Enclosures.Folder.ReadLayout("balcony"));
}
