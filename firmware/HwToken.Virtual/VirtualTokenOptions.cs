using HwToken.Virtual.Links;

namespace HwToken.Virtual;

/// <summary>What a virtual token is made with.</summary>
public sealed record VirtualTokenOptions
{
    /// <summary>As long as an attentive owner takes.</summary>
    public static readonly TimeSpan AutomaticDelay = TimeSpan.FromMilliseconds(300);

    public LinkAddress Link { get; init; } = LinkAddress.Default;

    /// <summary>The file that keeps the token's storage between runs, unencrypted; null to forget it.</summary>
    public string? StateFile { get; init; }

    /// <summary>
    /// How long after the screen began to ask something the button says yes by itself; null for never.
    /// </summary>
    public TimeSpan? AgreeAfter { get; init; }

    /// <summary>
    /// The clock runs and is trusted, and is this far ahead of <see cref="TimeProvider"/>; null for a clock whose cell
    /// was just put in, which was never set.
    /// </summary>
    public TimeSpan? ClockOffset { get; init; }

    /// <summary>How much too fast the clock runs, in parts per million.</summary>
    public double DriftPpm { get; init; }

    /// <summary>The token runs on cells that have this voltage; null for USB without a battery.</summary>
    public int? BatteryMillivolts { get; init; }

    /// <summary>The host's time, for the clock's crystal and the token's intervals.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
