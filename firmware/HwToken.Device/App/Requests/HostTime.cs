namespace HwToken.Device.App.Requests;

/// <summary>A time that came with a request, carried on by the monotonic tick while the owner is asked.</summary>
internal sealed class HostTime
{
    private const long NotChosen = -1;

    private long _unixMs;
    private long _receivedMs;
    private long _edgeMs = NotChosen;

    /// <summary>After how many milliseconds the edge is reached that <see cref="IsAtEdge"/> waits for.</summary>
    public int WaitMs { get; private set; }

    public void Receive(long unixSeconds, int milliseconds, long nowMs)
    {
        _unixMs = (unixSeconds * Timing.MsPerSecond) + milliseconds;
        _receivedMs = nowMs;
        _edgeMs = NotChosen;
    }

    /// <summary>Milliseconds since 1970-01-01T00:00:00Z.</summary>
    public long UnixMs(long nowMs)
    {
        return _unixMs + (nowMs - _receivedMs);
    }

    public long UnixSeconds(long nowMs)
    {
        return UnixMs(nowMs) / Timing.MsPerSecond;
    }

    /// <summary>Whether the host's next second has begun, since this was asked for the first time.</summary>
    public bool IsAtEdge(long nowMs)
    {
        if (_edgeMs == NotChosen)
        {
            _edgeMs = nowMs + ((Timing.MsPerSecond - (UnixMs(nowMs) % Timing.MsPerSecond)) % Timing.MsPerSecond);
        }

        WaitMs = nowMs < _edgeMs ? (int)(_edgeMs - nowMs) : 0;
        return nowMs >= _edgeMs;
    }
}
