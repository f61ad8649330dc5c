
using HwToken.Cli.Terminal;

namespace HwToken.Cli.Tests.Terminal;

/// <summary>A terminal whose keys are typed beforehand, and whose screen is what was written to it.</summary>
internal sealed class FakeTerminal(string keys = "", bool canRead = true) : ITerminal
{
    private readonly Queue<char> _keys = new(keys);
    private readonly WatchedText _screen = new();

    public bool CanRead => canRead;

    public string Written => _screen.ToString();

    public void ShowKeys()
    {
    }

    public void HideKeys()
    {
    }

    public void Write(string text) => _screen.Append(text);

    /// <summary>Ends when the text has been written.</summary>
    public Task SeesAsync(string text) => _screen.SeesAsync(text);

    /// <summary>When all keys are typed the person sits there and thinks.</summary>
    public Task<ConsoleKeyInfo> ReadKeyAsync(CancellationToken cancel) => _keys.TryDequeue(out char key)
        ? Task.FromResult(new ConsoleKeyInfo(key, ConsoleKey.None, false, false, false))
        : Task.Delay(Timeout.Infinite, cancel).ContinueWith<ConsoleKeyInfo>(
            _ => throw new OperationCanceledException(cancel), TaskScheduler.Default);
}
