using System.Text;

namespace HwToken.EndToEnd.Tests;

/// <summary>What a program prints, as it comes.</summary>
internal sealed class WatchedStream
{
    private readonly StringBuilder _text = new();
    private readonly List<(string Text, TaskCompletionSource Seen)> _awaited = [];
    private readonly Task _reading;

    public WatchedStream(StreamReader reader) => _reading = ReadAsync(reader);

    public override string ToString()
    {
        lock (_text)
        {
            return _text.ToString();
        }
    }

    /// <summary>All of it, when the program has closed it.</summary>
    public async Task<string> ToEndAsync()
    {
        await _reading;
        return _text.ToString();
    }

    /// <summary>Ends when the text has come; fails if it cannot come any more.</summary>
    public async Task SeesAsync(string text)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_text)
        {
            _awaited.Add((text, seen));
            Look();
        }

        await Task.WhenAny(seen.Task, _reading);
        Assert.True(seen.Task.IsCompleted, $"there is no \"{text}\" in: {_text}");
    }

    private async Task ReadAsync(StreamReader reader)
    {
        char[] buffer = new char[4096];
        int count;
        while ((count = await reader.ReadAsync(buffer)) > 0)
        {
            lock (_text)
            {
                _text.Append(buffer, 0, count);
                Look();
            }
        }
    }

    private void Look()
    {
        string all = _text.ToString();
        foreach ((string text, TaskCompletionSource seen) in _awaited)
        {
            if (all.Contains(text, StringComparison.Ordinal))
            {
                seen.TrySetResult();
            }
        }
    }
}
