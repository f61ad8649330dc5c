namespace HwToken.Virtual;

/// <summary>Runs a token's steps on its own thread, when they are due or something happened.</summary>
internal sealed class TokenLoop : IDisposable
{
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly Func<long, int> _step;
    private readonly object _gate = new();
    private readonly ITimer? _timer;
    private readonly Thread _thread;
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _stopping;
    private bool _due;

    /// <param name="step">Given milliseconds since the start, returns after how many it is due again at the latest.</param>
    internal TokenLoop(TimeProvider time, Func<long, int> step)
    {
        _time = time;
        _step = step;
        _start = time.GetTimestamp();
        _timer = time == TimeProvider.System
            ? null
            : time.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _thread = new Thread(Run) { IsBackground = true, Name = "hwtoken-virtual" };
    }

    /// <summary>Ends with the loop; faulted if a step threw.</summary>
    internal Task Completion => _completion.Task;

    internal void Start() => _thread.Start();

    /// <summary>Makes the next step due now. On any thread, at any time.</summary>
    internal void Wake()
    {
        lock (_gate)
        {
            _due = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Gives up, for a reason outside.</summary>
    internal void Fail(Exception cause)
    {
        _completion.TrySetException(cause);
        _stopping = true;
        Wake();
    }

    /// <summary>Returns when the step under way, if any, is done. Not from a step.</summary>
    public void Dispose()
    {
        _stopping = true;
        Wake();
        _thread.Join();
        _timer?.Dispose();
    }

    private void Run()
    {
        try
        {
            while (!_stopping)
            {
                WaitUntilDue(_step((long)_time.GetElapsedTime(_start).TotalMilliseconds));
            }

            _completion.TrySetResult();
        }
#pragma warning disable CA1031 // A thread has nobody to throw to: Completion carries it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _completion.TrySetException(e);
        }
    }

    private void WaitUntilDue(int delayMs)
    {
        // Real time is waited for right here: a timer's callback would wait for a thread of the pool, which the program
        // around this token may keep busy for longer than a press takes.
        int timeoutMs = _timer is null ? delayMs : Timeout.Infinite;
        _timer?.Change(TimeSpan.FromMilliseconds(delayMs), Timeout.InfiniteTimeSpan);
        lock (_gate)
        {
            if (!_due)
            {
                Monitor.Wait(_gate, timeoutMs);
            }

            _due = false;
        }
    }
}
