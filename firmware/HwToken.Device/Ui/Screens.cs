using HwToken.Core.Protocol;
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
    private const int NextPage = 2;
    private const int NoPage = -1;
    private const int LastTextPage = CountdownBar.Page - 1;
    private const int AwaitPage = 6;
    private const int AwaitColumn = 6 * TextFont.CellWidth;

    private readonly IDisplay _display;
    private readonly Canvas _canvas;
    private readonly ScreenWriter _writer;
    private readonly Questions _questions;
    private readonly Notices _notices;
    private readonly PinScreens _pins;
    private readonly SafeScreens _safe;
    private readonly SelfTestScreen _selfTest;
    private readonly CountdownBar _bar;
    private readonly BatteryWarning _battery;
    private readonly LargeDigits _tallDigits = LargeDigits.CreateTall();
    private readonly LargeDigits _smallDigits = LargeDigits.CreateSmall();
    private readonly ShownScreen _shown = new();
    private bool _isOn;

    /// <summary>The panel was told to be dark. At the start it may show anything, if only the program began anew.</summary>
    private bool _isDark;

    /// <summary>What changes while a screen is shown: the code, the seconds to wait, or the percent done.</summary>
    private int _value;

    public Screens(IDisplay display)
    {
        _display = display;
        _canvas = new Canvas(display);
        _writer = new ScreenWriter(_canvas);
        _questions = new Questions(_writer);
        _notices = new Notices(_writer);
        _pins = new PinScreens(_canvas, _writer);
        _safe = new SafeScreens(_writer);
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
    public bool SetBattery(BatteryState state)
    {
        return _battery.Set(state);
    }

    /// <param name="code">The number that the digits make.</param>
    /// <param name="digits">6 to 8.</param>
    /// <param name="secondsLeft">Of the current time step: until this code ends, or the next one begins.</param>
    /// <param name="period">Seconds of a time step.</param>
    /// <param name="next">This is the next step's code.</param>
    /// <param name="boundSeconds">
    /// By how much the time may be wrong; 0 where that is not to be shown. Above half a period the screen says "sync me".
    /// </param>
    public void ShowCode(
        int code, int digits, Utf8Text name, int secondsLeft, int period, bool next, int boundSeconds = 0)
    {
        bool wasOff = !_isOn;
        long look = ((int)_battery.State << 1) + (next ? 1 : 0);
        bool isNew = Begin(ScreenKind.Code, digits, (next ? 0 : (long)boundSeconds << 8) + look, name, null);
        if (isNew || code != _value)
        {
            _value = code;
            LargeDigits font = digits == Limits.MinDigits ? _tallDigits : _smallDigits;
            int topPage = CountdownBar.Page - font.Pages;
            font.Draw(_canvas, topPage, code, digits);
            if (!_isOn)
            {
                _canvas.Light(topPage, font.Pages);
                SetOn();
            }
        }

        _bar.Draw(secondsLeft, period);
        if (isNew && wasOff)
        {
            // Somebody waits for the digits: they come first, and the name in the moment after.
            Flush();
        }

        if (isNew)
        {
            _writer.Account(0, name);
            if (next)
            {
                _writer.Banner(NextPage, "next code, begins in:");
            }
            else
            {
                DrawBound(boundSeconds, boundSeconds > period / 2);
            }

            _battery.Draw(next || boundSeconds > period / 2 ? NoPage : NextPage);
        }

        Flush();
    }

    /// <param name="serial">The token's serial number, <see cref="Limits.SerialLength"/> bytes.</param>
    public void ShowNoAccounts(byte[] serial)
    {
        long number = 0;
        for (int i = 0; i < Limits.SerialLength; i++)
        {
            number = (number << 8) | serial[i];
        }

        if (Begin(ScreenKind.NoAccounts, number, (int)_battery.State, null, null))
        {
            _notices.NoAccounts(serial);
            _battery.Draw(LastTextPage);
            Flush();
        }
    }

    /// <param name="state">Anything but Running.</param>
    public void ShowClockProblem(ClockState state)
    {
        if (Begin(ScreenKind.ClockProblem, (int)state, 0, null, null))
        {
            _notices.ClockProblem(state);
            Flush();
        }
    }

    public void ShowStorageFault()
    {
        if (Begin(ScreenKind.StorageFault, 0, 0, null, null))
        {
            _notices.StorageFault();
            Flush();
        }
    }

    /// <param name="text">Who asks and what for, as the host says; may be empty.</param>
    public void AskCode(Utf8Text text, Utf8Text name)
    {
        if (Begin(ScreenKind.AskCode, 0, 0, text, name))
        {
            _questions.Code(text, name);
            Flush();
        }
    }

    /// <param name="replace">There is an account of this name: its key is lost.</param>
    public void AskPut(Utf8Text name, bool replace)
    {
        if (Begin(ScreenKind.AskPut, replace ? 1 : 0, 0, name, null))
        {
            _questions.Put(name, replace);
            Flush();
        }
    }

    public void AskRename(Utf8Text oldName, Utf8Text newName)
    {
        if (Begin(ScreenKind.AskRename, 0, 0, oldName, newName))
        {
            _questions.Rename(oldName, newName);
            Flush();
        }
    }

    public void AskDelete(Utf8Text name)
    {
        if (Begin(ScreenKind.AskDelete, 0, 0, name, null))
        {
            _questions.Delete(name);
            Flush();
        }
    }

    /// <param name="state">Of the clock now.</param>
    /// <param name="oldUnixSeconds">What the clock says; not shown unless it is running.</param>
    /// <param name="isJump">It is more than the clock can be wrong, or goes back: the button must be held.</param>
    public void AskSetClock(ClockState state, long oldUnixSeconds, long newUnixSeconds, bool isJump = false)
    {
        // Without an old time, the state takes its place: below 0, where there is no time.
        long old = state == ClockState.Running ? oldUnixSeconds : -(int)state;
        ScreenKind kind = isJump ? ScreenKind.AskClockJump : ScreenKind.AskSetClock;
        if (Begin(kind, old, newUnixSeconds, null, null))
        {
            _questions.SetClock(state, oldUnixSeconds, newUnixSeconds, isJump);
            Flush();
        }
    }

    public void AskWipe()
    {
        if (Begin(ScreenKind.AskWipe, 0, 0, null, null))
        {
            _questions.Wipe();
            Flush();
        }
    }

    public void AskUnlock()
    {
        if (Begin(ScreenKind.AskUnlock, 0, 0, null, null))
        {
            _questions.Unlock();
            Flush();
        }
    }

    /// <param name="replace">There is a PIN.</param>
    /// <param name="erases">What comes behind the last try: everything is erased, or the token stays locked.</param>
    public void AskSetPin(bool replace, int maxTries, bool erases)
    {
        if (Begin(ScreenKind.AskSetPin, (maxTries << 1) | (erases ? 1 : 0), replace ? 1 : 0, null, null))
        {
            _questions.SetPin(replace, maxTries, erases);
            Flush();
        }
    }

    public void AskRemovePin()
    {
        if (Begin(ScreenKind.AskRemovePin, 0, 0, null, null))
        {
            _questions.RemovePin();
            Flush();
        }
    }

    /// <summary>The bar of an ask screen: how long the token still waits for the button. Nothing, on other screens.</summary>
    public void ShowWait(int secondsLeft, int totalSeconds)
    {
        if (_shown.Kind >= ScreenKind.AskCode)
        {
            _bar.Draw(secondsLeft, totalSeconds);
            Flush();
        }
    }

    /// <summary>Agreed, and the code is sent when its time step begins.</summary>
    public void AwaitStep(Utf8Text name, int secondsLeft)
    {
        bool isNew = Begin(ScreenKind.AwaitStep, 0, 0, name, null);
        if (isNew)
        {
            _writer.Banner(0, "Agreed, please wait");
            _writer.Account(2, name);
            _writer.Text(5, "The next code is sent");
        }

        if (isNew || secondsLeft != _value)
        {
            _value = secondsLeft;
            _canvas.Clear(AwaitPage, 1);
            _writer.Line.Clear().Add("in ").AddNumber(secondsLeft).Add(" s").Draw(_canvas, AwaitPage, AwaitColumn);
        }

        Flush();
    }

    /// <param name="name">The account, or an empty text where the request had none.</param>
    public void ShowOutcome(Outcome outcome, Utf8Text name)
    {
        if (Begin(ScreenKind.Outcome, (int)outcome, 0, name, null))
        {
            _notices.Ended(outcome, name);
            Flush();
        }
    }

    /// <summary>What is too much comes before the empty battery's words, and those before what is not.</summary>
    private void DrawBound(int seconds, bool isTooMuch)
    {
        if (isTooMuch || (seconds > 0 && _battery.State != BatteryState.Empty))
        {
            _writer.Bound(NextPage, seconds, isTooMuch);
        }
    }

    /// <returns>False if this is what the panel shows already; otherwise the canvas is empty but for the bar.</returns>
    private bool Begin(ScreenKind kind, long number, long otherNumber, Utf8Text first, Utf8Text second)
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
