using HwToken.Core.Protocol;
using HwToken.Core.Text;

namespace HwToken.Device.Ui;

/// <summary>The screens that wait for the button: what is asked, and which press means what.</summary>
internal sealed class Questions
{
    private const int AnswerPage = 6;
    private const string PressAgrees = "press yes    hold no";
    private const string HoldAgrees = "hold yes    press no";

    private readonly ScreenWriter _writer;

    public Questions(ScreenWriter writer)
    {
        _writer = writer;
    }

    public void Code(Utf8Text text, Utf8Text name)
    {
        _writer.Banner(0, "Computer wants a code");
        if (text.Length == 0)
        {
            _writer.Text(2, "without saying why");
        }
        else
        {
            _writer.Quotation(2, text);
        }

        _writer.Account(4, name);
        _writer.Text(AnswerPage, PressAgrees);
    }

    public void Put(Utf8Text name, bool replace)
    {
        _writer.Banner(0, replace ? "Replace the account?" : "Store a new account?");
        _writer.Account(2, name);
        if (replace)
        {
            _writer.Text(4, "Its old key is lost.");
        }

        _writer.Text(AnswerPage, PressAgrees);
    }

    public void Rename(Utf8Text oldName, Utf8Text newName)
    {
        _writer.Account(0, oldName);
        _writer.Banner(2, "Rename this to");
        _writer.Account(4, newName);
        _writer.Text(AnswerPage, PressAgrees);
    }

    public void Delete(Utf8Text name)
    {
        _writer.Banner(0, "Delete the account?");
        _writer.Account(2, name);
        _writer.Text(4, "Its key is lost.");
        _writer.Text(AnswerPage, PressAgrees);
    }

    /// <param name="isJump">More than a clock goes wrong: asked as a wipe is, so that a press by habit lets none happen.</param>
    public void SetClock(ClockState state, long oldUnixSeconds, long newUnixSeconds, bool isJump)
    {
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
        _writer.Text(AnswerPage, isJump ? HoldAgrees : PressAgrees);
    }

    public void Unlock()
    {
        _writer.Banner(0, "Computer wants a PIN");
        _writer.Text(2, "Letters come up here.");
        _writer.Text(3, "Type those, never the");
        _writer.Text(4, "PIN's own digits.");
        _writer.Text(AnswerPage, PressAgrees);
    }

    public void SetPin(bool replace, int maxTries, bool erases)
    {
        _writer.Banner(0, replace ? "Change the PIN?" : "Set a PIN?");
        _writer.Line.Clear().Add("After ").AddNumber(maxTries).Add(" wrong ones");
        _writer.ShowLine(2);
        _writer.Text(3, erases ? "ALL IS ERASED." : "it stays locked.");
        _writer.Text(AnswerPage, PressAgrees);
    }

    /// <summary>As for a wipe: a press by habit must not weaken the token.</summary>
    public void RemovePin()
    {
        _writer.Banner(0, "REMOVE THE PIN?");
        _writer.Text(2, "Whoever has the token");
        _writer.Text(3, "then has its codes.");
        _writer.Text(AnswerPage, HoldAgrees);
    }

    /// <summary>The other way round than all others: a press by habit erases nothing.</summary>
    public void Wipe()
    {
        _writer.Banner(0, "ERASE EVERYTHING?");
        _writer.Text(2, "All accounts and keys");
        _writer.Text(3, "are lost.");
        _writer.Text(AnswerPage, HoldAgrees);
    }
}
