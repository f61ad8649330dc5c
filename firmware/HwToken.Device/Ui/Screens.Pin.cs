namespace HwToken.Device.Ui;

/// <content>The screens on which a PIN is given.</content>
public sealed partial class Screens
{
    /// <param name="symbol">What stands on the wheel: 0 to 9, <c>Wheel.Ok</c> or <c>Wheel.Delete</c>.</param>
    /// <param name="digits">How many were taken: they are shown as dots.</param>
    public void ShowPinWheel(int symbol, int digits, int triesLeft)
    {
        if (Begin(ScreenKind.PinWheel, symbol, (digits << 8) | triesLeft, null, null))
        {
            _canvas.Clear(CountdownBar.Page, 1);
            _pins.Wheel(symbol, digits, triesLeft);
            Flush();
        }
    }

    /// <param name="sets">The PIN is being set; otherwise it is being checked.</param>
    /// <param name="percent">How much of that is done, 0 to 100.</param>
    public void ShowPinWork(bool sets, int percent)
    {
        bool isNew = Begin(ScreenKind.PinWork, sets ? 1 : 0, 0, null, null);
        if (isNew)
        {
            _pins.Work(sets);
        }

        if (isNew || percent != _value)
        {
            _value = percent;
            _pins.Progress(percent);
            Flush();
        }
    }

    /// <param name="secondsLeft">Until the next PIN can be given.</param>
    /// <param name="totalSeconds">Of that wait as a whole.</param>
    public void ShowPinWrong(int triesLeft, int secondsLeft, int totalSeconds)
    {
        if (Begin(ScreenKind.PinWrong, triesLeft, 0, null, null))
        {
            _pins.Wrong(triesLeft);
        }

        _bar.Draw(secondsLeft, totalSeconds);
        Flush();
    }

    public void ShowPinBlocked()
    {
        if (Begin(ScreenKind.PinBlocked, 0, 0, null, null))
        {
            _pins.Blocked();
            Flush();
        }
    }

    /// <summary>Wrong PINs have erased everything.</summary>
    public void ShowPinErased()
    {
        if (Begin(ScreenKind.PinErased, 0, 0, null, null))
        {
            _pins.Erased();
            Flush();
        }
    }

    /// <param name="digits">The digits beside the letters, in the letters' order.</param>
    /// <param name="secondsLeft">Until the letters go.</param>
    public void ShowPinLetters(byte[] digits, int secondsLeft, int totalSeconds)
    {
        long order = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            order = (10 * order) + digits[i];
        }

        if (Begin(ScreenKind.PinLetters, order, 0, null, null))
        {
            _pins.Letters(digits);
        }

        _bar.Draw(secondsLeft, totalSeconds);
        Flush();
    }
}
