// The token's end of a line, and the bytes on their way in.
using System.Buffers;
using System.IO.Pipelines;
using HwToken.Device.Ports;
using HwToken.Virtual.Errors;

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

/// <summary>Bytes on their way from a host to the token.</summary>
/// <remarks>
/// It holds a few KiB, as the bridge chip between USB and UART does; a host that sends faster than the token takes
/// has to wait, so a flood costs no memory.
/// </remarks>
internal sealed class ReceiveQueue
{
    internal const int Capacity = 4096;

    private readonly Pipe _pipe = new(new PipeOptions(
        pauseWriterThreshold: Capacity, resumeWriterThreshold: Capacity / 2, useSynchronizationContext: false));

    /// <summary>Raised on the sender's thread when there is something new to read.</summary>
    internal event Action? Arrived;

    /// <summary>Adds bytes, and completes when there is room for more.</summary>
    /// <returns>False when they will not be read any more.</returns>
    internal async ValueTask<bool> WriteAsync(ReadOnlyMemory<byte> data)
    {
        ValueTask<FlushResult> room = _pipe.Writer.WriteAsync(data);
        Arrived?.Invoke();
        return !(await room.ConfigureAwait(false)).IsCompleted;
    }

    /// <summary>Takes what is there, without waiting.</summary>
    /// <returns>Bytes read; 0 if there are none.</returns>
    internal int Read(Span<byte> buffer)
    {
        if (!_pipe.Reader.TryRead(out ReadResult result))
        {
            return 0;
        }

        int count = (int)Math.Min(buffer.Length, result.Buffer.Length);
        ReadOnlySequence<byte> taken = result.Buffer.Slice(0, count);
        taken.CopyTo(buffer);
        _pipe.Reader.AdvanceTo(taken.End);
        return count;
    }

    /// <summary>Nothing is read any more: writers that wait for room go on.</summary>
    internal void Close() => _pipe.Reader.Complete();
}
