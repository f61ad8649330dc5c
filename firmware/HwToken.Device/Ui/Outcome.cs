// How a request can end, and what the screen says then.

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

    /// <summary>The button was not pressed in time.</summary>
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

/// <summary>What the screen says of an outcome: what it was, and what follows where that is not plain.</summary>
internal static class OutcomeText
{
    public static string What(Outcome outcome)
    {
        switch (outcome)
        {
            case Outcome.CodeSent:
                return "Code sent";
            case Outcome.AccountStored:
                return "Account stored";
            case Outcome.AccountRenamed:
                return "Account renamed";
            case Outcome.AccountDeleted:
                return "Account deleted";
            case Outcome.ClockSet:
                return "Clock set";
            case Outcome.Wiped:
                return "Everything erased";
            case Outcome.PinGiven:
                return "PIN correct";
            case Outcome.PinSet:
                return "PIN set";
            case Outcome.PinRemoved:
                return "PIN removed";
            case Outcome.PinInvalid:
                return "Not 4 to 12 digits";
            case Outcome.PinTimedOut:
                return "No PIN received";
            case Outcome.Declined:
                return "Declined";
            case Outcome.TimedOut:
                return "Timed out";
            case Outcome.Cancelled:
                return "Cancelled by computer";
            case Outcome.StorageFailed:
                return "Storage fault";
            case Outcome.Sealed:
                return "Sealed";
            case Outcome.DrillPassed:
                return "Drill passed";
            case Outcome.DrillFailed:
                return "Drill failed";
            default:
                return "Clock not set";
        }
    }

    public static string Consequence(Outcome outcome)
    {
        switch (outcome)
        {
            case Outcome.PinInvalid:
            case Outcome.PinTimedOut:
            case Outcome.Declined:
            case Outcome.TimedOut:
            case Outcome.Cancelled:
                return "Nothing was done.";
            case Outcome.StorageFailed:
                return "Nothing was changed.";
            case Outcome.ClockFailed:
                return "Its chip has failed.";
            case Outcome.Sealed:
                return "Put it in the safe.";
            case Outcome.DrillPassed:
                return "Everything is OK.";
            case Outcome.DrillFailed:
                return "See the computer.";
            default:
                return string.Empty;
        }
    }
}
