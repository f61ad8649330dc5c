using HwToken.Core.Protocol;
using HwToken.Core.Text;

namespace HwToken.Device.Ui;

/// <summary>What concerns the safe: the seal, the drill, and the two codes that AWS wants to resynchronize.</summary>
public sealed partial class Screens
{
    private const int FirstCodePage = 1;
    private const int SecondCodePage = 4;

    /// <summary>Of a sealed screen: between its words.</summary>
    private const int SealedBatteryPage = 5;

    /// <summary>Of the words beside two codes, on the middle page of their digits.</summary>
    private const int WordPage = 1;

    /// <summary>The codes of two time steps in a row, one above the other.</summary>
    /// <param name="digits">6 to 8. Beside six there is room to say which comes first.</param>
    /// <param name="secondsLeft">Until the second one ends.</param>
    /// <param name="period">Seconds of a time step.</param>
    public void ShowCodePair(int first, int second, int digits, Utf8Text name, int secondsLeft, int period)
    {
        long both = ((long)first << 32) | (uint)second;
        if (Begin(ScreenKind.CodePair, both, digits, name, null))
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

    /// <param name="number">On the seal.</param>
    /// <param name="openings">How often a seal was broken so far.</param>
    public void ShowSealed(long number, long sealedUnixSeconds, long openings)
    {
        // Another seal of the same number has seen one opening more.
        if (Begin(ScreenKind.Sealed, number, (openings << 2) | (long)_battery.State, null, null))
        {
            _safe.Sealed(number, sealedUnixSeconds, openings);
            _battery.Draw(SealedBatteryPage);
            Flush();
        }
    }

    public void AskSeal(long number, long unixSeconds)
    {
        if (Begin(ScreenKind.AskSeal, number, unixSeconds, null, null))
        {
            _safe.AskSeal(number, unixSeconds);
            Flush();
        }
    }

    /// <param name="openings">How often a seal was broken so far, without this time.</param>
    public void AskOpen(long number, long openings)
    {
        if (Begin(ScreenKind.AskOpen, number, openings, null, null))
        {
            _safe.AskOpen(number, openings);
            Flush();
        }
    }

    public void AskDrill()
    {
        if (Begin(ScreenKind.AskDrill, 0, 0, null, null))
        {
            _safe.AskDrill();
            Flush();
        }
    }
}
