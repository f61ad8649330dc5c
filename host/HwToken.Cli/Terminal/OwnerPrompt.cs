using HwToken.Cli.Output;

namespace HwToken.Cli.Terminal;

/// <summary>
/// Tells the token's owner that it waits, besides the token's own screen: one line on the terminal that counts down
/// and goes away; without a terminal one line of stderr, and a notification where there is somebody to notify.
/// </summary>
internal sealed class OwnerPrompt(ITerminal? terminal, MessageWriter messages, INotifier? notifier, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly StatusLine? _line = terminal is null ? null : new StatusLine(terminal);
    private readonly Lock _lock = new();
    private ITimer? _timer;
    private string _text = "";
    private int _secondsLeft;

    /// <summary>Replaces what was shown before.</summary>
    /// <param name="text">What to do, or what is waited for.</param>
    /// <param name="seconds">For how long; counted down by the host's clock, which is near enough to the token's.</param>
    public void Show(string text, int seconds)
    {
        lock (_lock)
        {
            Stop();
            (_text, _secondsLeft) = (text, seconds);
            if (_line is null)
            {
                messages.Note($"{text} ({seconds} s)");
                notifier?.Notify("hwtoken", text);
                return;
            }

            Draw();
            _timer = time.CreateTimer(_ => Tick(), null, Second, Second);
        }
    }

    /// <summary>There is nothing to wait for any more.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            Stop();
            _line?.Clear();
        }
    }

    public void Dispose() => Clear();

    private void Tick()
    {
        lock (_lock)
        {
            // A tick may be on its way when the timer is stopped.
            if (_timer is not null && _secondsLeft > 0)
            {
                _secondsLeft--;
                Draw();
            }
        }
    }

    private void Draw() => _line?.Show($"{_text} ({_secondsLeft} s)");

    private void Stop()
    {
        _timer?.Dispose();
        _timer = null;
    }
}
