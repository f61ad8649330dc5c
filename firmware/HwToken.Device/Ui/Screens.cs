using System;
using HwToken.Core.Protocol;
using HwToken.Device.Ports;

namespace HwToken.Device.Ui;

/// <summary>Everything that the token shows. Each call shows one screen; the same call again costs next to nothing.</summary>
public sealed class Screens
{
    private readonly IDisplay _display;

    public Screens(IDisplay display)
    {
        _display = display;
    }

    /// <summary>Darkens the panel.</summary>
    public void Off()
    {
        throw new NotImplementedException();
    }

    /// <param name="secondsLeft">Of the current time step: until this code ends, or the next one begins.</param>
    /// <param name="period">Seconds of a time step.</param>
    /// <param name="next">This is the next step's code.</param>
    public void ShowCode(int code, int digits, Utf8Text name, int secondsLeft, int period, bool next)
    {
        throw new NotImplementedException();
    }

    /// <param name="serial">The token's serial number, <see cref="Limits.SerialLength"/> bytes.</param>
    public void ShowNoAccounts(byte[] serial)
    {
        throw new NotImplementedException();
    }

    public void ShowClockProblem(ClockState state)
    {
        throw new NotImplementedException();
    }

    public void ShowStorageFault()
    {
        throw new NotImplementedException();
    }

    /// <param name="text">Who asks and what for, as the host says; may be empty.</param>
    public void AskCode(Utf8Text text, Utf8Text name)
    {
        throw new NotImplementedException();
    }

    /// <param name="replace">There is an account of this name: its key is lost.</param>
    public void AskPut(Utf8Text name, bool replace)
    {
        throw new NotImplementedException();
    }

    public void AskRename(Utf8Text oldName, Utf8Text newName)
    {
        throw new NotImplementedException();
    }

    public void AskDelete(Utf8Text name)
    {
        throw new NotImplementedException();
    }

    /// <param name="oldUnixSeconds">What the clock says now; not shown unless <paramref name="state"/> is Running.</param>
    public void AskSetClock(ClockState state, long oldUnixSeconds, long newUnixSeconds)
    {
        throw new NotImplementedException();
    }

    public void AskWipe()
    {
        throw new NotImplementedException();
    }

    /// <summary>The bar of an ask screen: how long the token still waits for the button.</summary>
    public void ShowWait(int secondsLeft, int totalSeconds)
    {
        throw new NotImplementedException();
    }

    /// <summary>Agreed, and the code is sent when its time step begins.</summary>
    public void AwaitStep(Utf8Text name, int secondsLeft)
    {
        throw new NotImplementedException();
    }

    /// <param name="name">The account, or an empty text where the request had none.</param>
    public void ShowOutcome(Outcome outcome, Utf8Text name)
    {
        throw new NotImplementedException();
    }
}
