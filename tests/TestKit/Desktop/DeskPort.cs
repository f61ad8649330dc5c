using HwToken.Client.Errors;
using HwToken.Client.Transports;

namespace HwToken.TestKit.Desktop;

/// <summary>A port of a <see cref="Desk"/>, with something plugged in, for one host at a time.</summary>
#pragma warning disable CA1001 // The host that has opened the line disposes of it.
public sealed class DeskPort
#pragma warning restore CA1001
{
    private readonly Desk _desk;
    private readonly List<byte> _toHost = [];
    private readonly List<byte> _toPeer = [];
    private Line? _line;

    internal DeskPort(Desk desk, string name, IDeskEnd end)
    {
        _desk = desk;
        Name = name;
        End = end;
    }

    /// <summary>Its path.</summary>
    public string Name { get; }

    /// <summary>All that has been sent to hosts.</summary>
    public byte[] ToHost => Kept(_toHost);

    /// <summary>All that hosts have sent.</summary>
    public byte[] ToPeer => Kept(_toPeer);

    internal IDeskEnd End { get; }

    /// <summary>A host has it open, has sent something and does not yet wait for the answer; or has sent nothing yet.</summary>
    internal bool IsBusy => _line is { IsBusy: true };

    /// <summary>A host waits for bytes.</summary>
    internal bool IsWaited => _line is { IsWaiting: true };

    /// <summary>Pulls the plug.</summary>
    public void Unplug() => _desk.Remove(this);

    /// <summary>Sends to the host that has it open; lost if there is none. Within a turn.</summary>
    internal void Send(ReadOnlySpan<byte> bytes)
    {
        if (_line is not null)
        {
            _toHost.AddRange(bytes);
            _line.Deliver(bytes);
            _desk.Signal();
        }
    }

    internal ITransport Open()
    {
        if (_line is not null)
        {
            throw PortBusyException.ByAnotherProgram(Name, null);
        }

        _line = new Line(this);
        End.Opened(this);
        return _line;
    }

    internal void Close() => _line?.EndIt();

    private byte[] Kept(List<byte> bytes)
    {
        lock (_desk.Turn)
        {
            return [.. bytes];
        }
    }

    private sealed class Line(DeskPort port) : ITransport
    {
        private readonly Queue<byte> _arrived = new();
        private bool _owes = true;
        private bool _ended;

        public string Name => port.Name;

        public bool IsWaiting { get; private set; }

        public bool IsBusy => _owes && !IsWaiting;

        public void Deliver(ReadOnlySpan<byte> bytes)
        {
            foreach (byte value in bytes)
            {
                _arrived.Enqueue(value);
            }
        }

        public void EndIt() => _ended = true;

        public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
        {
            try
            {
                while (true)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    Task changed;
                    lock (port._desk.Turn)
                    {
                        if (_arrived.Count > 0)
                        {
                            _owes = false;
                            return Take(buffer.Span);
                        }

                        if (_ended)
                        {
                            throw new TokenUnpluggedException(Name);
                        }

                        if (!IsWaiting)
                        {
                            IsWaiting = true;
                            port._desk.Signal();
                        }

                        changed = port._desk.Changed;
                        if (port._desk.TryPass())
                        {
                            continue;
                        }
                    }

                    await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
                }
            }
            finally
            {
                lock (port._desk.Turn)
                {
                    IsWaiting = false;
                }
            }
        }

        public ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            lock (port._desk.Turn)
            {
                if (_ended)
                {
                    throw new TokenUnpluggedException(Name);
                }

                _owes = true;
                port._toPeer.AddRange(data.Span);
                port.End.Receive(data.Span);
            }

            return ValueTask.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            lock (port._desk.Turn)
            {
                if (port._line == this)
                {
                    port._line = null;
                }

                _ended = true;
                port._desk.Signal();
            }

            return ValueTask.CompletedTask;
        }

        private int Take(Span<byte> buffer)
        {
            int count = 0;
            while (count < buffer.Length && _arrived.TryDequeue(out byte value))
            {
                buffer[count++] = value;
            }

            return count;
        }
    }
}
