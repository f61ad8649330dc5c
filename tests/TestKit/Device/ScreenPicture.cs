using HwToken.Device.Ui;
using HwToken.Virtual.Chips;

namespace HwToken.TestKit.Device;

/// <summary>What the panel looks like on a given screen, to compare a token's panel with.</summary>
public static class ScreenPicture
{
    /// <summary>The panel as text, after drawing on one that was dark.</summary>
    public static string Of(Action<Screens> draw)
    {
        var panel = new SimulatedPanel();
        draw(new Screens(panel));
        return panel.ToText();
    }
}
