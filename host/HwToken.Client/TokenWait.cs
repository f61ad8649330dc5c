namespace HwToken.Client;

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
