using HwToken.Device.Ui;
using HwToken.Virtual.Chips;

namespace HwToken.Device.Tests.Ui;

public class LargeDigitsTests
{
    [Fact]
    public void Draw_TallDigits_LookAsTheirPicture()
    {
        var panel = new SimulatedPanel();
        panel.SetPower(true);
        var canvas = new Canvas(panel);

        LargeDigits.CreateTall().Draw(canvas, 0, 12345, 6);
        LargeDigits.CreateTall().Draw(canvas, 4, 678908, 6);

        canvas.Flush();
        Golden.Check("large-digits-tall.txt", PanelText.HalfBlocks(panel.Snapshot()));
    }

    [Fact]
    public void Draw_SmallDigits_LookAsTheirPicture()
    {
        var panel = new SimulatedPanel();
        panel.SetPower(true);
        var canvas = new Canvas(panel);

        LargeDigits.CreateSmall().Draw(canvas, 0, 1234567, 8);
        LargeDigits.CreateSmall().Draw(canvas, 4, 8917568, 7);

        canvas.Flush();
        Golden.Check("large-digits-small.txt", PanelText.HalfBlocks(panel.Snapshot()));
    }

    /// <summary>A tenth of the thinner digit's pixels at least: the stroke between 6 and 8, the gap between 8 and 0.</summary>
    [Theory]
    [InlineData(6, 106)]
    [InlineData(8, 114)]
    public void Draw_AnyTwoDigits_DifferInManyPixels(int digits, int lastDigitColumn)
    {
        LargeDigits font = digits == 6 ? LargeDigits.CreateTall() : LargeDigits.CreateSmall();
        List<bool[]> pictures = [.. Enumerable.Range(0, 10).Select(digit => Draw(font, digit, digits, lastDigitColumn))];
        for (int a = 0; a < 10; a++)
        {
            for (int b = 0; b < a; b++)
            {
                int different = pictures[a].Zip(pictures[b]).Count(pair => pair.First != pair.Second);
                int lit = Math.Min(pictures[a].Count(pixel => pixel), pictures[b].Count(pixel => pixel));
                Assert.True(different >= lit / 10, $"{a} and {b} differ in {different} pixels of {lit}");
            }
        }
    }

    private static bool[] Draw(LargeDigits font, int code, int digits, int firstColumn)
    {
        var panel = new SimulatedPanel();
        panel.SetPower(true);
        var canvas = new Canvas(panel);
        font.Draw(canvas, 0, code, digits);
        canvas.Flush();
        PanelPicture picture = panel.Snapshot();
        return [.. from x in Enumerable.Range(firstColumn, 128 - firstColumn) from y in Enumerable.Range(0, 32) select picture.IsLit(x, y)];
    }
}
