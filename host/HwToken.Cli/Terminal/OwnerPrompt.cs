// The line that says what the token waits for.

using HwToken.Cli.Output;

namespace HwToken.Cli.Terminal;

/// <summary>
/// Tells the token's owner that it waits, besides the token's own screen: one line on the terminal that counts down
/// and goes away; without a terminal one line of stderr, and a notification where there is somebody to notify.
/// </summary>
/// <param name="terminal">Opened when there is something to say; null inside where nobody sits at one.</param>
/// <param name="notifier">Null where a notification would be a nuisance.</param>
internal sealed class OwnerPrompt(
    Lazy<ITerminal?> terminal, MessageWriter messages, INotifier? notifier, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private StatusLine? _line;
    private ITimer? _timer;
    private string _text = "";
    private int? _secondsLeft;
    private string? _about;

    /// <summary>Says what is waited for, in the place of what was shown before.</summary>
    /// <param name="seconds">For how long, if that is known; counted down by the host's clock, which is near enough.</param>
    /// <param name="about">What it is about: at the end, where a narrow terminal may cut it off.</param>
    public void Show(string text, int? seconds = null, string? about = null)
    {
        lock (_lock)
        {
            Stop();
            (_text, _secondsLeft, _about) = (text, seconds, about);
            if (terminal.Value is not ITerminal screen)
            {
                messages.Note(Line);
                return;
            }

            _line ??= new StatusLine(screen);
            _line.Show(Line);
            _timer = seconds is null ? null : time.CreateTimer(_ => Tick(), null, Second, Second);
        }
    }

    /// <summary>Likewise, wherever the owner looks: what they are asked to do, and what takes as long as a person notices.</summary>
    public void Announce(string text, int? seconds = null, string about = "")
    {
        Show(text, seconds, about.Length > 0 ? about : null);
        if (terminal.Value is null)
        {
            notifier?.Notify(text, about);
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

    private string Line =>
        _text + (_secondsLeft is null ? "" : $" ({_secondsLeft} s)") + (_about is null ? "" : $": {_about}");

    private void Tick()
    {
        lock (_lock)
        {
            // A tick may be on its way when the timer is stopped.
            if (_timer is not null && _secondsLeft > 0)
            {
                _secondsLeft--;
                _line?.Show(Line);
            }
        }
    }

    private void Stop()
    {
        _timer?.Dispose();
        _timer = null;
    }
}

/// <summary>One line on the terminal that is written over, and gone when there is nothing left to wait for.</summary>
internal sealed class StatusLine(ITerminal terminal)
{
    /// <summary>One column less than the narrowest common terminal: a line that wraps cannot be written over.</summary>
    private const int MaxLength = 79;

    private int _length;

    public void Show(string text)
    {
        string line = Printable.Of(text);
        line = line.Length <= MaxLength ? line : line[..(MaxLength - 1)] + "…";
        // Blanks instead of an erase sequence: they work on a console that knows no sequences, too.
        terminal.Write("\r" + line.PadRight(_length));
        _length = line.Length;
    }

    public void Clear()
    {
        if (_length > 0)
        {
            terminal.Write("\r" + new string(' ', _length) + "\r");
            _length = 0;
        }
    }
}
