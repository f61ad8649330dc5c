using HwToken.Device.Ports;

namespace HwToken.TestKit.Device;

/// <summary>A serial line whose two directions are queues of bytes.</summary>
public sealed class QueueLink : ILink
{
    private readonly Queue<byte> _toToken = new();
    private readonly Queue<byte> _toHost = new();

    /// <summary>Bytes the token has not taken yet.</summary>
    public int Waiting => _toToken.Count;

    /// <summary>Bytes the token has sent in all.</summary>
    public long Sent { get; private set; }

    public void Receive(ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            _toToken.Enqueue(value);
        }
    }

    /// <summary>Takes what the token has sent.</summary>
    public byte[] TakeSent()
    {
        byte[] bytes = [.. _toHost];
        _toHost.Clear();
        return bytes;
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        int read = 0;
        while (read < count && _toToken.TryDequeue(out byte value))
        {
            buffer[offset + read++] = value;
        }

        return read;
    }

    public void Write(byte[] buffer, int offset, int count)
    {
        Sent += count;
        foreach (byte value in buffer.AsSpan(offset, count))
        {
            _toHost.Enqueue(value);
        }
    }
}
