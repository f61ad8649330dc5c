using HwToken.Cli.Terminal;
using HwToken.TestKit.Device;

namespace HwToken.Cli.Tests.Terminal;

/// <summary>Somebody at a terminal, with the token in hand: for each line that is asked for, types the letters of a PIN.</summary>
/// <param name="pins">One a line. What begins with an exclamation mark is typed as it stands behind it.</param>
internal sealed class PinTypist(TestToken token, params string[] pins) : ITerminal
{
    private const char Literally = '!';

    private readonly Queue<string> _pins = new(pins);
    private readonly Queue<char> _keys = new();
    private readonly WatchedText _screen = new();

    public bool CanRead => true;

    public string Written => _screen.ToString();

    /// <summary>Everything that was typed.</summary>
    public string Typed { get; private set; } = "";

    public void ShowKeys()
    {
    }

    public void HideKeys()
    {
    }

    public void Write(string text) => _screen.Append(text);

    public async Task<ConsoleKeyInfo> ReadKeyAsync(CancellationToken cancel)
    {
        if (_keys.Count == 0)
        {
            string line = await NextLineAsync() + "\r";
            Typed += line;
            Array.ForEach(line.ToCharArray(), _keys.Enqueue);
        }

        return new ConsoleKeyInfo(_keys.Dequeue(), ConsoleKey.None, false, false, false);
    }

    private async Task<string> NextLineAsync()
    {
        string pin = _pins.Dequeue();
        if (pin.StartsWith(Literally))
        {
            return pin[1..];
        }

        string? letters = null;
        await token.ShowsAsync(t => (letters ??= PanelLetters.Of(t.Screen, pin)) is not null);
        return letters!;
    }
}
