using HwToken.TestKit.Desktop;

namespace HwToken.Aws.Tests.Support;

/// <summary>UTC stands still, in the present time step, so that no test crosses the end of one; intervals go on.</summary>
/// <param name="shift">How wrong the clock is.</param>
internal sealed class ShiftedTime(TimeSpan shift) : TimeProvider
{
    private static readonly DateTimeOffset Now = DeskTime.InThisStep();

    /// <summary>The right time.</summary>
    public static ShiftedTime None { get; } = new(TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now + shift;
}
