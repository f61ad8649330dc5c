namespace HwToken.Core.Protocol;

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
