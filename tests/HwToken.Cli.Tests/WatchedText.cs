using System.Text;

namespace HwToken.Cli.Tests;

/// <summary>Text that grows on one thread and that another may wait for.</summary>
internal sealed class WatchedText
{
    /// <summary>A guard against a text that never comes.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly StringBuilder _text = new();
    private readonly List<(string Text, TaskCompletionSource Seen)> _awaited = [];

    public void Append(string? text)
    {
        lock (_text)
        {
            _text.Append(text);
            string all = _text.ToString();
            foreach ((string awaited, TaskCompletionSource seen) in _awaited)
            {
                if (all.Contains(awaited, StringComparison.Ordinal))
                {
                    seen.TrySetResult();
                }
            }
        }
    }

    /// <summary>Ends when the text is there.</summary>
    public Task SeesAsync(string text)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_text)
        {
            _awaited.Add((text, seen));
        }

        Append("");
        return seen.Task.WaitAsync(Limit);
    }

    public override string ToString()
    {
        lock (_text)
        {
            return _text.ToString();
        }
    }

    public TextWriter ToWriter() => new Writer(this);

    private sealed class Writer(WatchedText text) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => text.Append(value.ToString());

        public override void Write(string? value) => text.Append(value);

        public override void WriteLine(string? value) => text.Append(value + "\n");
    }
}
