// What the token shows by itself: codes, why there are none, the seal; and how a request ended.
using HwToken.Core.Protocol;
using HwToken.Core.Text;
using HwToken.Device.Power;

namespace HwToken.Device.Ui;

/// <content>The screens without a question.</content>
public sealed partial class Screens
{
    private const int NextPage = 2;
    private const int NoPage = -1;
    private const int LastTextPage = CountdownBar.Page - 1;
    private const int AwaitPage = 6;
    private const int AwaitColumn = 6 * TextFont.CellWidth;
    private const int FirstCodePage = 1;
    private const int SecondCodePage = 4;

    /// <summary>Of a sealed screen: between its words.</summary>
    private const int SealedBatteryPage = 5;

    /// <summary>Of the words beside two codes, on the middle page of their digits.</summary>
    private const int WordPage = 1;

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
        bool isNew = Begin(ScreenKind.Code, digits, (next ? 0 : (long)boundSeconds << 8) + look, name);
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
            // The owner waits for the digits: they come first, the name a moment later.
            Flush();
        }

        if (isNew)
        {
            _writer.Account(0, name);
            if (next)
            {
                _writer.Banner(NextPage, "next code, starts in:");
            }
            else
            {
                DrawBound(boundSeconds, boundSeconds > period / 2);
            }

            _battery.Draw(next || boundSeconds > period / 2 ? NoPage : NextPage);
        }

        Flush();
    }

    /// <summary>The codes of two time steps in a row, one above the other.</summary>
    /// <param name="digits">6 to 8. Beside six there is room to say which comes first.</param>
    /// <param name="secondsLeft">Until the second one ends.</param>
    /// <param name="period">Seconds of a time step.</param>
    public void ShowCodePair(int first, int second, int digits, Utf8Text name, int secondsLeft, int period)
    {
        long both = ((long)first << 32) | (uint)second;
        if (Begin(ScreenKind.CodePair, both, digits, name))
        {
            _writer.AccountStart(0, name);
            _smallDigits.DrawRight(_canvas, FirstCodePage, first, digits);
            _smallDigits.DrawRight(_canvas, SecondCodePage, second, digits);
            if (digits == Limits.MinDigits)
            {
                _writer.Line.Clear().Add("1st").Draw(_canvas, FirstCodePage + WordPage, 0);
                _writer.Line.Clear().Add("2nd").Draw(_canvas, SecondCodePage + WordPage, 0);
            }
        }

        _bar.Draw(secondsLeft, 2 * period);
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

        if (Begin(ScreenKind.NoAccounts, number, (int)_battery.State))
        {
            _writer.Banner(0, "No accounts yet");
            _writer.Line.Clear().Add("serial ").AddSerial(serial);
            _writer.ShowLine(2);
            ShowCommand(4, "hwtoken accounts add");
            _battery.Draw(LastTextPage);
            Flush();
        }
    }

    /// <param name="state">Anything but Running.</param>
    public void ShowClockProblem(ClockState state)
    {
        if (!Begin(ScreenKind.ClockProblem, (int)state))
        {
            return;
        }

        switch (state)
        {
            case ClockState.NeverSet:
                _writer.Banner(0, "The clock is not set");
                _writer.Text(2, "No codes until it is");
                _writer.Text(3, "set.");
                break;
            case ClockState.Stopped:
                _writer.Banner(0, "The clock has stopped");
                _writer.Text(2, "Its cell is empty or");
                _writer.Text(3, "was removed.");
                break;
            default:
                _writer.Banner(0, "The clock has failed");
                _writer.Text(2, "Its chip gives no");
                _writer.Text(3, "valid time.");
                break;
        }

        ShowCommand(5, "hwtoken clock set");
        Flush();
    }

    public void ShowStorageFault()
    {
        if (Begin(ScreenKind.StorageFault))
        {
            _writer.Banner(0, "Storage fault");
            _writer.Text(2, "The accounts cannot");
            _writer.Text(3, "be read.");
            _writer.Text(5, "Unplug, plug in again");
            _writer.Text(6, "If it stays: replace");
            _writer.Text(7, "this device.");
            Flush();
        }
    }

    /// <param name="number">On the seal.</param>
    /// <param name="openings">How often a seal was broken so far.</param>
    public void ShowSealed(long number, long sealedUnixSeconds, long openings)
    {
        // Another seal of the same number comes with one more opening.
        if (Begin(ScreenKind.Sealed, number, (openings << 2) | (long)_battery.State))
        {
            _writer.Banner(0, "SEALED");
            ShowSealNumber(2, number);
            _writer.Date(3, "on ", sealedUnixSeconds);
            ShowOpenings(4, openings);
            _writer.Text(6, "Hold to break it");
            _battery.Draw(SealedBatteryPage);
            Flush();
        }
    }

    /// <summary>Agreed, and the code is sent when its time step begins.</summary>
    public void AwaitStep(Utf8Text name, int secondsLeft)
    {
        bool isNew = Begin(ScreenKind.AwaitStep, 0, 0, name);
        if (isNew)
        {
            _writer.Banner(0, "Approved, please wait");
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
        if (Begin(ScreenKind.Outcome, (int)outcome, first: name))
        {
            _writer.Text(2, OutcomeText.What(outcome));
            _writer.Text(3, OutcomeText.Consequence(outcome));
            _writer.Account(5, name);
            Flush();
        }
    }

    /// <summary>A bound that is too wide goes before the battery's words, and those before any other bound.</summary>
    private void DrawBound(int seconds, bool isTooMuch)
    {
        if (isTooMuch || (seconds > 0 && _battery.State != BatteryState.Empty))
        {
            _writer.Bound(NextPage, seconds, isTooMuch);
        }
    }

    private void ShowCommand(int page, string command)
    {
        _writer.Text(page, "On the computer, run");
        _writer.Text(page + 1, command);
    }

    private void ShowSealNumber(int page, long number)
    {
        _writer.Line.Clear().Add("number ").AddNumber(number);
        _writer.ShowLine(page);
    }

    private void ShowOpenings(int page, long openings)
    {
        if (openings == 0)
        {
            _writer.Text(page, "never opened");
            return;
        }

        _writer.Line.Clear().Add("opened ").AddNumber(openings).Add(openings == 1 ? " time" : " times");
        _writer.ShowLine(page);
    }
}
