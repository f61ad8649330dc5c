namespace HwToken.Device.Ui;

/// <content>The self-test's screens.</content>
public sealed partial class Screens
{
    /// <summary>Every pixel is lit, for a look at the panel.</summary>
    public void ShowAllPixels()
    {
        if (Begin(ScreenKind.AllPixels, 0, 0, null, null))
        {
            for (int page = 0; page < Canvas.Pages; page++)
            {
                _canvas.Fill(page, 0, Canvas.Width, 0xFF);
            }

            Flush();
        }
    }

    /// <summary>Draws in any case: what has changed in the report, the caller knows.</summary>
    /// <param name="page">0 or 1.</param>
    public void ShowSelfTest(SelfTestReport report, int page)
    {
        Begin(ScreenKind.SelfTest, page, 0, null, null);
        _canvas.Clear(0, Canvas.Pages);
        _selfTest.Draw(report, page);
        Flush();
    }
}
