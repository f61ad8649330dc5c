namespace HwToken.Core.Audit;

/// <summary>What a token's audit log tells of. Numbers are never given to another meaning.</summary>
public enum AuditEvent : byte
{
    /// <summary>The first start, or the first one after everything was erased. No detail.</summary>
    Created = 1,

    /// <summary>An account was stored. Detail of all that tell of accounts: the first four bytes of its id.</summary>
    AccountStored = 2,

    /// <summary>An account's key was replaced.</summary>
    AccountReplaced = 3,

    /// <summary>An account was given another name; the detail is of the new one.</summary>
    AccountRenamed = 4,

    AccountDeleted = 5,

    /// <summary>The owner set a clock that was not running, or never was set. No detail.</summary>
    ClockSet = 6,

    /// <summary>The owner let the clock jump. Detail: seconds, two's complement.</summary>
    ClockJumped = 7,

    /// <summary>A PIN was set or changed. Detail: tries allowed.</summary>
    PinSet = 8,

    PinRemoved = 9,

    /// <summary>A wrong PIN. Detail: which try in a row it was.</summary>
    PinFailed = 10,

    /// <summary>The token was sealed. Detail: the seal's number.</summary>
    Sealed = 11,

    /// <summary>The seal was broken. Detail: which opening it was.</summary>
    Opened = 12,

    /// <summary>A yearly drill was done. Detail: seconds that the clock was off, two's complement.</summary>
    Drill = 13,
}
