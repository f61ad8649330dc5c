namespace HwToken.Device.Ui;

/// <summary>How a request ended, for the screen to say.</summary>
public enum Outcome
{
    CodeSent,
    AccountStored,
    AccountRenamed,
    AccountDeleted,
    ClockSet,
    Wiped,
    PinGiven,
    PinSet,
    PinRemoved,

    /// <summary>Too few or too many digits: no try was used.</summary>
    PinInvalid,

    /// <summary>The host sent no PIN while the letters were shown.</summary>
    PinTimedOut,

    /// <summary>The owner said no.</summary>
    Declined,

    /// <summary>Nobody pressed the button in time.</summary>
    TimedOut,

    /// <summary>The host took its request back.</summary>
    Cancelled,

    /// <summary>Storage did not take the change: the old content stays.</summary>
    StorageFailed,

    /// <summary>The clock chip did not take the time.</summary>
    ClockFailed,

    /// <summary>The token is sealed.</summary>
    Sealed,

    /// <summary>The drill found everything in order.</summary>
    DrillPassed,

    /// <summary>It did not.</summary>
    DrillFailed,
}
