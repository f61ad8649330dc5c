// The screens that wait for the button: what is asked, and which press means what.
using HwToken.Core.Protocol;
using HwToken.Core.Text;

namespace HwToken.Device.Ui;

/// <content>The screens with a question.</content>
public sealed partial class Screens
{
    /// <param name="text">Who asks and what for, as the host says; may be empty.</param>
    public void AskCode(Utf8Text text, Utf8Text name)
    {
        if (!Begin(ScreenKind.AskCode, first: text, second: name))
        {
            return;
        }

        _writer.Banner(0, "Computer wants a code");
        if (text.Length == 0)
        {
            _writer.Text(2, "no reason given");
        }
        else
        {
            _writer.Quotation(2, text);
        }

        _writer.Account(4, name);
        PressAgrees();
    }

    /// <param name="replace">There is an account of this name: its key is lost.</param>
    public void AskPut(Utf8Text name, bool replace)
    {
        if (!Begin(ScreenKind.AskPut, replace ? 1 : 0, first: name))
        {
            return;
        }

        _writer.Banner(0, replace ? "Replace the account?" : "Store a new account?");
        _writer.Account(2, name);
        if (replace)
        {
            _writer.Text(4, "Its old key is lost.");
        }

        PressAgrees();
    }

    public void AskRename(Utf8Text oldName, Utf8Text newName)
    {
        if (Begin(ScreenKind.AskRename, first: oldName, second: newName))
        {
            _writer.Account(0, oldName);
            _writer.Banner(2, "Rename this to");
            _writer.Account(4, newName);
            PressAgrees();
        }
    }

    public void AskDelete(Utf8Text name)
    {
        if (Begin(ScreenKind.AskDelete, first: name))
        {
            _writer.Banner(0, "Delete the account?");
            _writer.Account(2, name);
            _writer.Text(4, "Its key is lost.");
            PressAgrees();
        }
    }

    /// <param name="state">Of the clock now.</param>
    /// <param name="oldUnixSeconds">What the clock says; not shown unless it is running.</param>
    /// <param name="isJump">It is more than the clock can be wrong, or goes back: the button must be held.</param>
    public void AskSetClock(ClockState state, long oldUnixSeconds, long newUnixSeconds, bool isJump = false)
    {
        // Without an old time, the state takes its place: below 0, where there is no time.
        long old = state == ClockState.Running ? oldUnixSeconds : -(int)state;
        if (!Begin(isJump ? ScreenKind.AskClockJump : ScreenKind.AskSetClock, old, newUnixSeconds))
        {
            return;
        }

        _writer.Banner(0, isJump ? "CLOCK JUMP? (UTC)" : "Set the clock? (UTC)");
        switch (state)
        {
            case ClockState.Running:
                _writer.UtcTime(2, oldUnixSeconds);
                ClockStep.Write(_writer.Line.Clear(), newUnixSeconds - oldUnixSeconds);
                _writer.ShowLine(5);
                break;
            case ClockState.NeverSet:
                _writer.Text(2, "It was never set.");
                break;
            case ClockState.Stopped:
                _writer.Text(2, "It has stopped.");
                break;
            default:
                _writer.Text(2, "It cannot be read.");
                break;
        }

        _writer.Text(3, state == ClockState.Running ? "to" : "Set it to");
        _writer.UtcTime(4, newUnixSeconds);
        if (isJump)
        {
            HoldAgrees();
        }
        else
        {
            PressAgrees();
        }
    }

    public void AskUnlock()
    {
        if (Begin(ScreenKind.AskUnlock))
        {
            _writer.Banner(0, "Computer wants a PIN");
            _writer.Text(2, "Letters appear here.");
            _writer.Text(3, "Type those, never the");
            _writer.Text(4, "PIN's own digits.");
            PressAgrees();
        }
    }

    /// <param name="replace">There is a PIN.</param>
    /// <param name="erases">What follows the last wrong PIN: everything is erased, or the token stays locked.</param>
    public void AskSetPin(bool replace, int maxTries, bool erases)
    {
        if (Begin(ScreenKind.AskSetPin, (maxTries << 1) | (erases ? 1 : 0), replace ? 1 : 0))
        {
            _writer.Banner(0, replace ? "Change the PIN?" : "Set a PIN?");
            _writer.Line.Clear().Add("After ").AddNumber(maxTries).Add(" wrong PINs");
            _writer.ShowLine(2);
            _writer.Text(3, erases ? "ALL DATA IS ERASED." : "it stays locked.");
            PressAgrees();
        }
    }

    public void AskRemovePin()
    {
        if (Begin(ScreenKind.AskRemovePin))
        {
            _writer.Banner(0, "REMOVE THE PIN?");
            _writer.Text(2, "Anyone with the token");
            _writer.Text(3, "can then get codes.");
            HoldAgrees();
        }
    }

    public void AskWipe()
    {
        if (Begin(ScreenKind.AskWipe))
        {
            _writer.Banner(0, "ERASE EVERYTHING?");
            _writer.Text(2, "All accounts and keys");
            _writer.Text(3, "are lost.");
            HoldAgrees();
        }
    }

    public void AskSeal(long number, long unixSeconds)
    {
        if (Begin(ScreenKind.AskSeal, number, unixSeconds))
        {
            _writer.Banner(0, "Seal the token?");
            ShowSealNumber(2, number);
            _writer.Date(3, "on ", unixSeconds);
            _writer.Text(4, "No code until broken");
            HoldAgrees();
        }
    }

    /// <param name="openings">How often a seal was broken so far, without this time.</param>
    public void AskOpen(long number, long openings)
    {
        if (Begin(ScreenKind.AskOpen, number, openings))
        {
            _writer.Banner(0, "Break the seal?");
            ShowSealNumber(2, number);
            ShowOpenings(3, openings);
            _writer.Text(4, "It will be counted.");
            HoldAgrees();
        }
    }

    public void AskDrill()
    {
        if (Begin(ScreenKind.AskDrill))
        {
            _writer.Banner(0, "Do the yearly drill?");
            _writer.Text(2, "It checks the clock,");
            _writer.Text(3, "storage, and all keys");
            _writer.Text(4, "and sends no code.");
            PressAgrees();
        }
    }

    private void PressAgrees() => ShowAnswers("press yes    hold no");

    /// <summary>For what weakens the token or loses something: a press by habit declines.</summary>
    private void HoldAgrees() => ShowAnswers("hold yes    press no");

    private void ShowAnswers(string answers)
    {
        _writer.Text(6, answers);
        Flush();
    }
}
