// What a token says about itself and its clock.

namespace HwToken.Core.Protocol;

/// <summary>What the token is doing, as its answer to <see cref="Command.Hello"/> tells.</summary>
public enum TokenState : byte
{
    /// <summary>Free: asleep, or showing its owner something.</summary>
    Ready = 0,

    /// <summary>The screen asks the owner about a request.</summary>
    Asking = 1,

    /// <summary>The owner agreed to a code; the token waits for one that is fresh enough.</summary>
    AwaitingStep = 2,

    /// <summary>The storage cannot be read: the token tells about itself and can be wiped, nothing else.</summary>
    Faulted = 3,

    /// <summary>The PIN has not been given: the token tells about itself and takes the PIN, nothing else.</summary>
    Locked = 4,
}

/// <summary>Whether the token's clock can be believed. Only <see cref="Running"/> gives codes.</summary>
public enum ClockState : byte
{
    Running = 0,

    /// <summary>Since its storage was last wiped this token has not been told the time.</summary>
    NeverSet = 1,

    /// <summary>It was set once, and its oscillator has stopped since: empty cell, or removed.</summary>
    Stopped = 2,

    /// <summary>The chip does not answer, or shows no valid time.</summary>
    Unreadable = 3,
}

/// <summary>Whether a token's radio runs. It has no use for one.</summary>
public enum RadioState : byte
{
    /// <summary>The board cannot tell.</summary>
    Unknown = 0,

    /// <summary>It was not started with the board.</summary>
    Off = 1,

    /// <summary>It was started with the board; that has been changed, and holds from the next start on.</summary>
    OffAfterRestart = 2,

    /// <summary>It was started with the board, and that cannot be changed.</summary>
    On = 3,
}

/// <summary>What a token knows about how fast its clock chip runs.</summary>
public enum ClockRate : byte
{
    /// <summary>Nothing but the datasheet.</summary>
    Unknown = 0,

    /// <summary>It was learned from comparisons.</summary>
    Learned = 1,

    /// <summary>Faster or slower than such a chip can be: a clone, a MEMS chip, or a broken one.</summary>
    Implausible = 2,
}
