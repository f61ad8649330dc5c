namespace HwToken.TestKit.Desktop;

/// <summary>What is plugged in at a <see cref="DeskPort"/>. All of it is called within a turn of the desk's.</summary>
internal interface IDeskEnd
{
    /// <summary>The timestamp of its next step; <see cref="long.MaxValue"/> for none.</summary>
    long Due { get; }

    /// <summary>It asks for what only the test can do.</summary>
    bool AwaitsUser { get; }

    void Opened(DeskPort port);

    void Receive(ReadOnlySpan<byte> bytes);

    void Step();
}

/// <summary>A peer that needs no time.</summary>
internal sealed class PeerEnd(IPeer peer) : IDeskEnd
{
    private DeskPort? _port;

    public long Due => long.MaxValue;

    public bool AwaitsUser => false;

    public void Opened(DeskPort port)
    {
        _port = port;
        Receive([]);
    }

    public void Receive(ReadOnlySpan<byte> bytes)
    {
        foreach (byte[] answer in peer.Receive(bytes))
        {
            _port!.Send(answer);
        }
    }

    public void Step()
    {
    }
}
