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

    /// <summary>Forget every account and setting.</summary>
    Wipe = 0x40,

    /// <summary>Ask the owner to seal the token: no code until the seal is broken on the token itself.</summary>
    Seal = 0x60,

    /// <summary>The audit log, from an entry on.</summary>
    ReadAudit = 0x61,

    /// <summary>Ask the owner to let the token check itself: the yearly drill, in which no code leaves it.</summary>
    Drill = 0x62,
}
