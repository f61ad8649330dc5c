using System.Globalization;

namespace HwToken.TestKit.Desktop;

/// <summary>The time of a <see cref="Desk"/>: it stands still until the desk moves it, and then its timers fire in order.</summary>
/// <remarks>
/// It starts in the present 30-second step, because the AWS SDK signs with the computer's own clock and AWS takes a
/// signature within 15 minutes; at which second of the step is the same in every run.
/// </remarks>
public sealed class DeskTime : TimeProvider
{
    /// <summary>Sets another second of the step to start at, 0 to 29: no test may depend on it.</summary>
    public const string StartVariable = "HWTOKEN_TEST_STEP_SECOND";

    private const int StepSeconds = 30;

    /// <summary>Far from zero and beyond 32 bits of milliseconds.</summary>
    private const long FirstTimestamp = (1L << 33) * TimeSpan.TicksPerMillisecond;

    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = [];
    private readonly DateTimeOffset _start;
    private long _ticks;

    public DeskTime(DateTimeOffset start)
    {
        _start = start;
    }

    /// <summary>Raised when somebody waits by <see cref="Task.Delay(TimeSpan, TimeProvider)"/>; gets the timestamp of its end.</summary>
    internal event Action<long>? Delayed;

    /// <summary>The second of a time step at which desks start that are not told another.</summary>
    public static int StartSecond { get; } =
        int.Parse(Environment.GetEnvironmentVariable(StartVariable) ?? "1", CultureInfo.InvariantCulture) % StepSeconds;

    /// <summary>So many seconds into the time step that it is now; <see cref="StartSecond"/> by default.</summary>
    public static DateTimeOffset InThisStep(int? second = null)
    {
        long now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        return DateTimeOffset.FromUnixTimeSeconds(now - (now % StepSeconds) + (second ?? StartSecond));
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>The timestamp at which the next timer fires; null if there is none.</summary>
    internal long? NextDue
    {
        get
        {
            lock (_lock)
            {
                return _timers.Count == 0 ? null : _timers.Min(timer => timer.Due);
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _start.AddTicks(_ticks);
        }
    }

    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return FirstTimestamp + _ticks;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);

        // A delay is waited for: time has to get there. A limit, which is what all other timers are, may never be reached.
        if (dueTime > TimeSpan.Zero && state?.GetType().Name.StartsWith("DelayPromise", StringComparison.Ordinal) == true)
        {
            Delayed?.Invoke(GetTimestamp() + dueTime.Ticks);
        }

        return timer;
    }

    /// <summary>Moves on to a timestamp and fires what is due until then, each at its moment, on this thread.</summary>
    internal void MoveTo(long timestamp)
    {
        while (TakeDue(timestamp) is { } timer)
        {
            timer.Fire();
        }
    }

    private Timer? TakeDue(long timestamp)
    {
        lock (_lock)
        {
            Timer? next = _timers.Where(timer => timer.Due <= timestamp).MinBy(timer => timer.Due);
            _ticks = Math.Max(_ticks, (next?.Due ?? timestamp) - FirstTimestamp);
            next?.Taken();
            return next;
        }
    }

    private sealed class Timer(DeskTime time, TimerCallback callback, object? state) : ITimer
    {
        private long _periodTicks;

        public long Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = FirstTimestamp + time._ticks + dueTime.Ticks;
                    _periodTicks = period > TimeSpan.Zero ? period.Ticks : 0;
                    time._timers.Add(this);
                }

                return true;
            }
        }

        public void Taken()
        {
            if (_periodTicks > 0)
            {
                Due += _periodTicks;
            }
            else
            {
                time._timers.Remove(this);
            }
        }

        public void Fire() => callback(state);

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
