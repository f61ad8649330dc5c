using HwToken.Client.Errors;
using HwToken.Client.Transports;
using HwToken.Virtual;

namespace HwToken.TestKit.Desktop;

/// <summary>A computer's ports and its time, in memory: tokens are plugged in, and hosts of this process open them.</summary>
/// <remarks>
/// <para>
/// No time passes but when everybody waits for it. A host that reads a line with nothing on it moves the time to the next
/// moment at which something happens: a token's step or a timer. It does not while another open line has a request on its
/// way, nor while a token asks for a gesture that nobody but the test can make: then the test goes on, by a gesture or by
/// <see cref="Advance"/>. So a run takes as long as it computes, and comes out the same on a busy machine.
/// </para>
/// <para>One thread at a time has the turn, whichever needs it.</para>
/// </remarks>
public sealed class Desk
{
    /// <summary>
    /// Real time, for somebody who polls by delays: long enough for those whom they wait for to get on with it.
    /// </summary>
    private static readonly TimeSpan DelayPause = TimeSpan.FromMilliseconds(5);

    private readonly object _turn = new();
    private readonly List<DeskPort> _ports = [];
    private TaskCompletionSource _changed = NewSignal();

    /// <param name="second">Of the time step, where a test needs to start at one.</param>
    public Desk(int? second = null)
        : this(DeskTime.InThisStep(second))
    {
    }

    public Desk(DateTimeOffset start)
    {
        Time = new DeskTime(start);
        Time.Delayed += end => _ = PassDelayAsync(end);
    }

    public DeskTime Time { get; }

    internal object Turn => _turn;

    /// <summary>Ends at the next change of a line or of a token. To be taken within a turn.</summary>
    internal Task Changed => _changed.Task;

    /// <summary>Plugs a token in.</summary>
    /// <param name="port">A path, which need not exist.</param>
    /// <param name="options">Its link, its state file and its time are not used.</param>
    /// <param name="flash">What it has stored; null for a new one.</param>
    public DeskToken Plug(string port, VirtualTokenOptions options, DeskFlash? flash = null)
    {
        lock (_turn)
        {
            var token = new DeskToken(this, port, options with { TimeProvider = Time }, flash ?? new DeskFlash());
            Add(token.Port);
            return token;
        }
    }

    /// <summary>Plugs something else in.</summary>
    public DeskPort Plug(string port, IPeer peer)
    {
        lock (_turn)
        {
            var line = new DeskPort(this, port, new PeerEnd(peer));
            Add(line);
            return line;
        }
    }

    /// <summary>Opens a port of this desk, or one of the computer's own where this desk has none of that name.</summary>
    /// <exception cref="PortBusyException">It is open.</exception>
    public Task<ITransport> OpenAsync(PortAddress address, CancellationToken cancellationToken)
    {
        lock (_turn)
        {
            if (_ports.Find(port => port.Name == address.Text) is { } port)
            {
                return Task.FromResult<ITransport>(port.Open());
            }
        }

        return address.OpenAsync(cancellationToken);
    }

    /// <summary>Lets time pass, whatever is waited for.</summary>
    public void Advance(TimeSpan time)
    {
        lock (_turn)
        {
            long end = Time.GetTimestamp() + time.Ticks;
            while (PassOnce(end))
            {
            }

            Time.MoveTo(end);
            StepDue();
            Signal();
        }
    }

    /// <summary>Ends when a host waits for what only the test can do (true), or when the run has ended by itself.</summary>
    public async Task<bool> AwaitsUserAsync(Task run)
    {
        while (!run.IsCompleted)
        {
            Task changed;
            lock (_turn)
            {
                if (_ports.Exists(port => port.End.AwaitsUser && port.IsWaited))
                {
                    return true;
                }

                changed = Changed;
            }

            await Task.WhenAny(run, changed);
        }

        return false;
    }

    /// <summary>Lets time pass until a condition holds.</summary>
    /// <param name="atMost">How much time.</param>
    /// <returns>Whether it does.</returns>
    public bool PassUntil(Func<bool> condition, TimeSpan atMost)
    {
        lock (_turn)
        {
            long end = Time.GetTimestamp() + atMost.Ticks;
            while (!condition())
            {
                if (!PassOnce(end))
                {
                    return condition();
                }
            }

            Signal();
            return true;
        }
    }

    /// <summary>Moves on to the next moment at which something happens, if nobody is still at work. Within a turn.</summary>
    internal bool TryPass(long end = long.MaxValue) =>
        !_ports.Exists(port => port.IsBusy || port.End.AwaitsUser) && PassOnce(end);

    /// <summary>Something has changed: all who wait look again. Within a turn.</summary>
    internal void Signal()
    {
        TaskCompletionSource changed = _changed;
        _changed = NewSignal();
        changed.SetResult();
    }

    internal void Remove(DeskPort port)
    {
        lock (_turn)
        {
            _ports.Remove(port);
            port.Close();
            Signal();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Add(DeskPort port)
    {
        if (_ports.Exists(other => other.Name == port.Name))
        {
            throw new ArgumentException($"there is something at {port.Name}", nameof(port));
        }

        _ports.Add(port);
    }

    private bool PassOnce(long end)
    {
        long next = Time.NextDue ?? long.MaxValue;
        foreach (DeskPort port in _ports)
        {
            next = Math.Min(next, port.End.Due);
        }

        if (next > end || next == long.MaxValue)
        {
            return false;
        }

        Time.MoveTo(next);
        StepDue();
        return true;
    }

    private void StepDue()
    {
        // A step may unplug: it runs handlers of a test's.
        foreach (DeskPort port in _ports.ToArray())
        {
            if (port.End.Due <= Time.GetTimestamp())
            {
                port.End.Step();
            }
        }
    }

    private async Task PassDelayAsync(long end)
    {
        while (true)
        {
            await Task.Delay(DelayPause);
            lock (_turn)
            {
                while (TryPass(end))
                {
                }

                if (Time.GetTimestamp() >= end)
                {
                    Signal();
                    return;
                }
            }
        }
    }
}
