using HwToken.Device.Ui;
using HwToken.Virtual.Chips;

namespace HwToken.Device.Tests.Ui;

/// <summary>The pictures that the documents show, drawn by the token's own screens.</summary>
public class DocumentPictureTests
{
    [Theory]
    [InlineData("code", "The token's screen: an account's name, six large digits, a bar of the seconds left")]
    [InlineData("ask-code", "The token's screen: who asks for a code and for which account, press yes, hold no")]
    public void Picture_OfTheDocuments_IsWhatTheScreenShows(string screen, string title)
    {
        var panel = new SimulatedPanel();
        ScreenGallery.All[screen](new Screens(panel));

        Golden.Check($"pictures/{screen}.svg", PanelSvg.Render(panel.Snapshot(), title));
    }
}
