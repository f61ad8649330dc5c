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
