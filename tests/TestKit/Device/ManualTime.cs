namespace HwToken.TestKit.Device;

/// <summary>A monotonic clock that stands still until it is told to go on. What else a time provider has, it does not.</summary>
/// <param name="nowMs">Where it stands.</param>
public sealed class ManualTime(long nowMs = ManualTime.FirstMs) : TimeProvider
{
    /// <summary>Far beyond 32 bits from the start, so that a tick kept in an <c>int</c> fails in every test.</summary>
    private const long FirstMs = 1L << 33;

    /// <summary>Milliseconds, as <c>TokenApp.Step</c> takes them.</summary>
    public long NowMs { get; private set; } = nowMs;

    public override long TimestampFrequency => 1000;

    public override long GetTimestamp() => NowMs;

    public override DateTimeOffset GetUtcNow() =>
        throw new InvalidOperationException("a token has no wall clock to ask");

    public void Advance(long milliseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(milliseconds);
        NowMs += milliseconds;
    }
}
