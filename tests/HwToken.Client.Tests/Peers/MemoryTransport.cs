using System.IO.Pipelines;
using HwToken.Client.Errors;
using HwToken.Client.Transports;
using HwToken.TestKit.Desktop;

namespace HwToken.Client.Tests.Peers;

/// <summary>A line without a wire: what is written is answered at once.</summary>
internal sealed class MemoryTransport(IPeer peer) : ITransport
{
    private readonly Pipe _toHost = new(new PipeOptions(pauseWriterThreshold: 0, useSynchronizationContext: false));
    private readonly SemaphoreSlim _idle = new(0);

    public string Name => "memory";

    /// <summary>Bytes written by the host.</summary>
    public int Written { get; private set; }

    public bool IsDisposed { get; private set; }

    /// <summary>Nothing is taken any more: a write waits until it is cancelled.</summary>
    public bool IsStuck { get; set; }

    /// <summary>Completes as often as the host began to wait for bytes that were not there yet.</summary>
    public async Task IdleAsync() => Assert.True(await _idle.WaitAsync(TimeSpan.FromMinutes(5)), "the host does not wait for bytes");

    public void Send(params byte[][] frames)
    {
        foreach (byte[] frame in frames)
        {
            _toHost.Writer.WriteAsync(frame).AsTask().Wait();
        }
    }

    public void Unplug() => _toHost.Writer.Complete();

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (!_toHost.Reader.TryRead(out ReadResult result))
        {
            ValueTask<ReadResult> reading = _toHost.Reader.ReadAsync(cancellationToken);
            _idle.Release();
            result = await reading;
        }

        if (result.Buffer.IsEmpty)
        {
            throw new TokenUnpluggedException(Name);
        }

        int count = (int)Math.Min(buffer.Length, result.Buffer.Length);
        System.Buffers.BuffersExtensions.CopyTo(result.Buffer.Slice(0, count), buffer.Span);
        _toHost.Reader.AdvanceTo(result.Buffer.GetPosition(count));
        return count;
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        if (IsStuck)
        {
            _idle.Release();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        Written += data.Length;
        Send([.. peer.Receive(data.Span)]);
    }

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }
}
