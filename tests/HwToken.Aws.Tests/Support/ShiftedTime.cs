namespace HwToken.Aws.Tests.Support;

/// <summary>The computer's clock, wrong by a fixed time.</summary>
internal sealed class ShiftedTime(TimeSpan shift) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;
}
