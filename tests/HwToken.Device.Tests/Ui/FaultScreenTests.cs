using HwToken.Core.Protocol.Messages;
using HwToken.Device.Ui;
using HwToken.Virtual.Chips;

namespace HwToken.Device.Tests.Ui;

public class FaultScreenTests
{
    // As nanoFramework's Exception.StackTrace writes it.
    private const string Trace =
        "System.Array::Copy\r\nHwToken.Device.Ui.Canvas::Copy\r\nHwToken.Device.App.TokenApp::Step\r\nHwToken.Firmware.Program::Main\r\n";

    [Theory]
    [InlineData("ArgumentException", Trace, "ArgumentException in Canvas::Copy")]
    [InlineData("ArgumentException", "System.Array::Copy\r\n", "ArgumentException in Array::Copy")]
    [InlineData("ArgumentException", "HwToken.Device.App.TokenApp::.ctor\r\n", "ArgumentException in TokenApp::.ctor")]
    [InlineData("Exception", "Main", "Exception in Main")]
    [InlineData("OutOfMemoryException", "", "OutOfMemoryException")]
    [InlineData("OutOfMemoryException", null, "OutOfMemoryException")]
    [InlineData("\u00C4rger\n", null, "?rger?")]
    public void Text_NamesTheTypeAndTheInnermostMethodOfOurs(string type, string? trace, string expected) =>
        Assert.Equal(expected, FaultText.Of(type, trace!));

    [Fact]
    public void Text_Long_IsCutToWhatInfoCarries()
    {
        string text = FaultText.Of("ArgumentOutOfRangeException", "HwToken.Device.Requests.RequestHandler::HandleRequest\r\n");
        Assert.Equal("ArgumentOutOfRangeException in RequestHand", text);
        Assert.Equal(HealthState.FaultLength, text.Length);
        Assert.True(new HealthState().LastFault.TrySet(text));
    }

    [Theory]
    [InlineData("kept", true)]
    [InlineData("not-kept", false)]
    public void Screen_Shown_LooksAsItsPicture(string name, bool isKept)
    {
        var panel = new SimulatedPanel();
        new FaultScreen(panel).Show("ArgumentOutOfRangeException in RequestHand", isKept);
        Golden.Check($"faults/{name}.txt", panel.ToText());
    }

    /// <summary>It takes the place of whatever was there: above all of a code.</summary>
    [Fact]
    public void Screen_OverACode_LeavesNothingOfIt()
    {
        var panel = new SimulatedPanel();
        new Screens(panel).ShowAllPixels();
        new FaultScreen(panel).Show("Exception", true);

        var fresh = new SimulatedPanel();
        new FaultScreen(fresh).Show("Exception", true);
        Assert.Equal(fresh.ToText(), panel.ToText());
    }
}
