// What a token waits for, and how long this computer waits for the token.

namespace HwToken.Client.Model;

/// <summary>What the token is waiting for, as its interim replies tell.</summary>
public enum TokenWaitReason
{
    /// <summary>The owner's press: the screen asks.</summary>
    Press,

    /// <summary>The owner agreed; a code that is fresh enough comes with its time step.</summary>
    TimeStep,

    /// <summary>The token computes: a PIN is checked or stored.</summary>
    Work,
}

/// <param name="AtMost">How long it will wait; null for longer than it can say (255 s or more).</param>
public readonly record struct TokenWait(TokenWaitReason Reason, TimeSpan? AtMost);

/// <summary>How long to wait for what.</summary>
public sealed record TokenTimeouts
{
    /// <summary>
    /// How long a greeting is waited for before it is sent again: the first bytes behind an opened port may be the
    /// end of a boot message, and the first frame may fall into it.
    /// </summary>
    public TimeSpan Greeting { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a port that may be anything is greeted.</summary>
    public TimeSpan Probe { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a port that was named is greeted: a board that opening it has reset needs time to start.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Until the first reply to a request.</summary>
    public TimeSpan Reply { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Beyond the time that the token itself says it waits for its owner, or for a time step.</summary>
    public TimeSpan Slack { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Until a withdrawn request is acknowledged: somebody has pressed Ctrl-C and waits for the prompt.</summary>
    public TimeSpan Withdrawal { get; init; } = TimeSpan.FromMilliseconds(500);
}
