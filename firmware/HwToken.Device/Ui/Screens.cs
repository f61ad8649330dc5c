// What all screens share: what the panel shows now, and how it comes to show something else.
using HwToken.Core.Text;
using HwToken.Device.Ports;
using HwToken.Device.Power;

namespace HwToken.Device.Ui;

/// <summary>Everything that the token shows. Each call shows one screen; the same call again costs next to nothing.</summary>
/// <remarks>
/// Lines are 21 characters, one to a page. The panel is expected to be off at the start. No screen shows a key, and of
/// what the host says only names and, in quotation marks, the text of <see cref="AskCode"/>.
/// </remarks>
public sealed partial class Screens
{
    private readonly IDisplay _display;
    private readonly Canvas _canvas;
    private readonly ScreenWriter _writer;
    private readonly SelfTestScreen _selfTest;
    private readonly CountdownBar _bar;
    private readonly BatteryWarning _battery;
    private readonly LargeDigits _tallDigits = LargeDigits.CreateTall();
    private readonly LargeDigits _smallDigits = LargeDigits.CreateSmall();
    private readonly ShownScreen _shown = new();
    private bool _isOn;

    /// <summary>The panel was told to be dark. At the start it may show anything, if only the program restarted.</summary>
    private bool _isDark;

    /// <summary>What changes while a screen is shown: the code, the seconds to wait, or the percent done.</summary>
    private int _value;

    public Screens(IDisplay display)
    {
        _display = display;
        _canvas = new Canvas(display);
        _writer = new ScreenWriter(_canvas);
        _selfTest = new SelfTestScreen(_canvas, _writer);
        _bar = new CountdownBar(_canvas);
        _battery = new BatteryWarning(_canvas, _writer);
    }

    /// <summary>Darkens the panel, and forgets what it showed.</summary>
    public void Off()
    {
        if (_isDark)
        {
            return;
        }

        _display.SetPower(false);
        _isDark = true;
        _isOn = false;
        _canvas.Forget();
        _shown.Forget();
        _bar.Forget();
        _value = 0;
    }

    /// <summary>What the screens with a code, or without an account, warn of from their next call on.</summary>
    /// <returns>True if they look different now.</returns>
    public bool SetBattery(BatteryState state) => _battery.Set(state);

    /// <summary>The bar of an ask screen: how long the token still waits for the button. Does nothing on other screens.</summary>
    public void ShowWait(int secondsLeft, int totalSeconds)
    {
        if (_shown.Kind >= ScreenKind.AskCode)
        {
            _bar.Draw(secondsLeft, totalSeconds);
            Flush();
        }
    }

    /// <summary>Every pixel is lit, for a look at the panel.</summary>
    public void ShowAllPixels()
    {
        if (Begin(ScreenKind.AllPixels))
        {
            for (int page = 0; page < Canvas.Pages; page++)
            {
                _canvas.Fill(page, 0, Canvas.Width, 0xFF);
            }

            Flush();
        }
    }

    /// <summary>Draws in any case: what has changed in the report, the caller knows.</summary>
    /// <param name="page">0 to 2.</param>
    public void ShowSelfTest(SelfTestReport report, int page)
    {
        Begin(ScreenKind.SelfTest, page);
        _canvas.Clear(0, Canvas.Pages);
        _selfTest.Draw(report, page);
        Flush();
    }

    /// <returns>False if this is what the panel shows already; otherwise the canvas is empty but for the bar.</returns>
    private bool Begin(
        ScreenKind kind, long number = 0, long otherNumber = 0, Utf8Text first = null, Utf8Text second = null)
    {
        bool sameKind = kind == _shown.Kind;
        if (!_shown.Change(kind, number, otherNumber, first, second))
        {
            return false;
        }

        _canvas.Clear(0, CountdownBar.Page);
        if (!sameKind)
        {
            _canvas.Clear(CountdownBar.Page, 1);
            _bar.Forget();
        }

        return true;
    }

    private void Flush()
    {
        if (!_isOn)
        {
            _display.SetPower(true);
            SetOn();
        }

        _canvas.Flush();
    }

    private void SetOn()
    {
        _isOn = true;
        _isDark = false;
    }
}
