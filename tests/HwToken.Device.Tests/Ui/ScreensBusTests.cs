using HwToken.Core.Text;
using HwToken.Device.Ports;
using HwToken.Device.Ui;
using HwToken.Virtual.Chips;

namespace HwToken.Device.Tests.Ui;

/// <summary>What screens cost on the I2C bus, 8 bytes of addressing for each write included.</summary>
public class ScreensBusTests
{
    private const int FirstDigits = 600;
    private const int Update = 40;

    /// <summary>No name on it takes more room: both lines are full.</summary>
    private static readonly Utf8Text Widest =
        Texts.Name("WWWWWWWWWWWWWWWWWWWWWWWW:MMMMMMMMMMMMMMMMMMMMMMMM");

    [Theory]
    [InlineData(888888, 6, 30)]
    [InlineData(0, 6, 30)]
    [InlineData(492039, 6, 60)]
    [InlineData(8888888, 7, 30)]
    [InlineData(88888888, 8, 30)]
    [InlineData(88888888, 8, 65535)]
    public void ShowCode_PanelOff_DigitsAndBarAreThereWithinTheLimit(int code, int digits, int period)
    {
        var panel = new DigitsWatch();
        var screens = new Screens(panel);

        screens.ShowCode(code, digits, Widest, period, period, next: false);

        Assert.InRange(panel.BytesUntilComplete(firstPage: 3), 300, FirstDigits);
    }

    [Fact]
    public void ShowCode_PanelOffAndAnOrdinaryName_IsSmallAltogether()
    {
        var panel = new SimulatedPanel();

        new Screens(panel).ShowCode(888888, 6, Texts.Alice, 30, 30, next: false);

        Assert.InRange(panel.BusBytes, 600, 720);
    }

    [Fact]
    public void ShowCode_EverySecond_TakesFewBytes()
    {
        var panel = new SimulatedPanel();
        var screens = new Screens(panel);
        screens.ShowCode(888888, 6, Texts.Alice, 30, 30, next: false);
        for (int left = 29; left > 0; left--)
        {
            long before = panel.BusBytes;
            screens.ShowCode(888888, 6, Texts.Alice, left, 30, next: false);
            Assert.InRange(panel.BusBytes - before, 1, Update);
        }
    }

    /// <summary>Keeps, for each write, how many bytes the bus had carried behind it.</summary>
    private sealed class DigitsWatch : IDisplay
    {
        private readonly SimulatedPanel _panel = new();
        private readonly List<(long Bytes, string Picture)> _states = [];

        public void SetPower(bool on) => _panel.SetPower(on);

        public bool Light(byte[] picture, int firstPage, int pages) => _panel.Light(picture, firstPage, pages);

        public void WritePage(int page, int column, byte[] data, int offset, int count)
        {
            _panel.WritePage(page, column, data, offset, count);
            _states.Add((_panel.BusBytes, _panel.ToText()));
        }

        /// <summary>Bytes until the panel showed, from a page down to its lower edge, what it shows in the end.</summary>
        public long BytesUntilComplete(int firstPage)
        {
            int start = firstPage * 8 * 129;
            string final = _states[^1].Picture[start..];
            return _states.First(state => state.Picture[start..] == final).Bytes;
        }
    }
}
