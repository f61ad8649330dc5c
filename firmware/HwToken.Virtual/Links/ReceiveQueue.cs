using System.Buffers;
using System.IO.Pipelines;

namespace HwToken.Virtual.Links;

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
    /// <returns>False when nobody will read them any more.</returns>
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

    /// <summary>Nothing is read any more: whoever waits for room goes on.</summary>
    internal void Close() => _pipe.Reader.Complete();
}
