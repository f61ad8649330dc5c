namespace HwToken.Core.Protocol;

/// <summary>What a host can ask of a token. Numbers are never given to another meaning.</summary>
public enum Command : byte
{
    /// <summary>Are you a token, which versions do you speak, are you free?</summary>
    Hello = 0x01,

    /// <summary>Firmware, clock, power, accounts.</summary>
    Info = 0x02,

    /// <summary>Give up the request that waits for a press.</summary>
    Cancel = 0x03,

    ListAccounts = 0x10,
    PutAccount = 0x11,
    RenameAccount = 0x12,
    DeleteAccount = 0x13,

    /// <summary>Ask the owner for a code.</summary>
    GetCode = 0x20,

    GetClock = 0x30,
    SetClock = 0x31,

    /// <summary>Tell when the clock's next second begins: answered at that moment.</summary>
    CompareClock = 0x32,

    /// <summary>Take out what a comparison has found: silently if it is little, after a long press if it is much.</summary>
    AdjustClock = 0x33,

    /// <summary>The comparisons that the token remembers.</summary>
    ListComparisons = 0x34,

    /// <summary>Forget every account and setting.</summary>
    Wipe = 0x40,

    /// <summary>Ask the owner to let a PIN be entered: to open the token, or to show that they are here.</summary>
    Unlock = 0x50,

    /// <summary>The PIN, as the places of the letters that the screen shows beside its digits.</summary>
    EnterPin = 0x51,

    /// <summary>Ask the owner to let a new PIN be entered.</summary>
    SetPin = 0x52,

    RemovePin = 0x53,

    /// <summary>Forget the keys until the PIN is given again.</summary>
    Lock = 0x54,

    /// <summary>Ask the owner to seal the token: no code until the seal is broken on the token itself.</summary>
    Seal = 0x60,

    /// <summary>The audit log, from an entry on.</summary>
    ReadAudit = 0x61,

    /// <summary>Ask the owner to let the token check itself: the yearly drill, in which no code leaves it.</summary>
    Drill = 0x62,
}
