namespace HwToken.Device.Ui;

internal enum ScreenKind
{
    /// <summary>Nothing, or nothing that is known.</summary>
    None,
    Code,
    NoAccounts,
    ClockProblem,
    StorageFault,
    AwaitStep,
    Outcome,
    PinWheel,
    PinWork,
    PinWrong,
    PinBlocked,
    PinErased,
    PinLetters,
    CodePair,
    Sealed,
    AllPixels,
    SelfTest,

    /// <summary>From here on the screens ask something, and wait for the button.</summary>
    AskCode,
    AskPut,
    AskRename,
    AskDelete,
    AskSetClock,
    AskClockJump,
    AskWipe,
    AskUnlock,
    AskSetPin,
    AskRemovePin,
    AskSeal,
    AskOpen,
    AskDrill,
}
