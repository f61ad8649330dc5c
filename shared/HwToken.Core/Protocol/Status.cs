namespace HwToken.Core.Protocol;

/// <summary>How a request went: the first byte of every reply. Numbers are never given to another meaning.</summary>
public enum Status : byte
{
    Ok = 0x00,

    /// <summary>Interim: the screen asks the owner; the next byte is how many seconds it will wait.</summary>
    AwaitingPress = 0x01,

    /// <summary>Interim: the owner agreed; a code that satisfies the request comes in so many seconds (next byte).</summary>
    AwaitingStep = 0x02,

    /// <summary>Interim: the token computes; the next byte is how many seconds that takes at most.</summary>
    Working = 0x03,

    /// <summary>The payload is not what the command takes: too short, too long, or a value that does not exist.</summary>
    Malformed = 0x10,

    /// <summary>The frame's version is not spoken here; lowest and highest that are follow, a byte each.</summary>
    UnsupportedVersion = 0x11,

    UnknownCommand = 0x12,

    /// <summary>The request carries an extension that must be understood and is not.</summary>
    UnsupportedExtension = 0x13,

    /// <summary>Another request waits for the owner.</summary>
    Busy = 0x14,

    NoSuchAccount = 0x20,
    AccountExists = 0x21,

    /// <summary>Every slot is taken.</summary>
    AccountsFull = 0x22,

    /// <summary>Not 1 to 64 bytes of printable UTF-8.</summary>
    NameInvalid = 0x23,

    /// <summary>Not 1 to 128 bytes.</summary>
    KeyInvalid = 0x24,

    /// <summary>Algorithm, digits, period or time step out of range.</summary>
    ParameterInvalid = 0x25,

    /// <summary>The text to show is not at most 32 bytes of printable UTF-8.</summary>
    TextInvalid = 0x26,

    ClockNeverSet = 0x30,

    /// <summary>The clock's oscillator has stopped since it was set: the time is lost.</summary>
    ClockStopped = 0x31,

    /// <summary>The clock does not answer, or answers what no clock shows.</summary>
    ClockUnreadable = 0x32,

    /// <summary>A time that the clock cannot hold.</summary>
    TimeInvalid = 0x33,

    /// <summary>The owner said no on the token.</summary>
    Declined = 0x40,

    /// <summary>The button was not pressed in time.</summary>
    TimedOut = 0x41,

    /// <summary>The host, or the owner's reset, withdrew the request.</summary>
    Cancelled = 0x42,

    NothingToCancel = 0x43,

    /// <summary>The token's storage could not be read or written; what was stored before still is.</summary>
    StorageFailed = 0x50,

    /// <summary>What is stored is not what was written: a wipe, or another token, is all that helps.</summary>
    StorageDamaged = 0x51,

    /// <summary>An older state was put in the place of the newest.</summary>
    StorageRolledBack = 0x52,

    /// <summary>The clock chip's memory has lost its share of the keys, as when its cell is taken out: what is stored is lost.</summary>
    KeyLost = 0x53,

    /// <summary>The token has a PIN, and it has not been given.</summary>
    Locked = 0x60,

    /// <summary>Tries left and seconds to wait follow, a byte each.</summary>
    PinWrong = 0x61,

    /// <summary>Too soon after a wrong PIN: tries left and seconds to wait follow, a byte each. No try was used.</summary>
    PinWait = 0x62,

    /// <summary>Every try is used up. Only a wipe helps.</summary>
    PinBlocked = 0x63,

    /// <summary>Every try was used up, and the token has erased itself.</summary>
    PinErased = 0x64,

    /// <summary>Not 4 to 12 digits.</summary>
    PinInvalid = 0x65,

    PinNotSet = 0x66,

    /// <summary>The PIN has to be given first, within the minute before.</summary>
    PinNotGiven = 0x67,

    /// <summary>The screen shows no letters to enter a PIN with: Unlock or SetPin comes first.</summary>
    PinNotAsked = 0x68,

    /// <summary>The token is sealed: its owner breaks the seal on the token, with the button, or not at all.</summary>
    Sealed = 0x70,

    /// <summary>It is sealed already; another number takes another seal.</summary>
    AlreadySealed = 0x72,

    /// <summary>There is no account that a seal would keep.</summary>
    NothingToSeal = 0x73,
}
