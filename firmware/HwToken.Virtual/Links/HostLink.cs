using HwToken.Device.Ports;

namespace HwToken.Virtual.Links;

/// <summary>The token's end of a line that a host can open. To dispose of it is to pull the plug.</summary>
internal abstract class HostLink : ILink, IAsyncDisposable
{
    private readonly Lazy<Task> _unplugged;

    protected HostLink()
    {
        _unplugged = new Lazy<Task>(UnplugAsync);
    }

    /// <summary>Raised on any thread when there is something new to read.</summary>
    internal event Action? Received
    {
        add => Queue.Arrived += value;
        remove => Queue.Arrived -= value;
    }

    /// <summary>Raised on any thread when the line is broken for good.</summary>
    internal event Action<Exception>? Broken;

    /// <summary>What a host opens: the path of a serial port, or tcp:ADDRESS:PORT.</summary>
    internal abstract string Path { get; }

    /// <summary>What hosts have sent and the token has not taken yet.</summary>
    protected ReceiveQueue Queue { get; } = new();

    /// <summary>Takes hold of the line that an address names; hosts get it with <see cref="Start"/>.</summary>
    /// <exception cref="VirtualTokenException">It cannot be had.</exception>
    internal static HostLink Open(LinkAddress address) =>
        address.EndPoint is { } endPoint ? new TcpLink(endPoint) : PtyLink.Open(address.Path);

    /// <summary>Lets hosts open it.</summary>
    /// <exception cref="VirtualTokenException">The path cannot be had.</exception>
    internal abstract void Start();

    public int Read(byte[] buffer, int offset, int count) => Queue.Read(buffer.AsSpan(offset, count));

    public abstract void Write(byte[] buffer, int offset, int count);

    public ValueTask DisposeAsync() => new(_unplugged.Value);

    protected abstract Task UnplugAsync();

    protected void Break(Exception cause) => Broken?.Invoke(cause);
}
