// Who presses the button: keys of the terminal, or lines of standard input.

namespace HwToken.Virtual.Terminal;

/// <summary>Keys of the terminal press the button.</summary>
internal sealed class KeyControl(VirtualToken token, Func<ConsoleKeyInfo> readKey)
{
    internal const string Help = "keys: space or enter presses, l holds, t opens the self-test, q quits";

    /// <summary>Returns when it is told to quit. Waits on the calling thread.</summary>
    internal void Run()
    {
        while (true)
        {
            switch (readKey().Key)
            {
                case ConsoleKey.Spacebar or ConsoleKey.Enter:
                    _ = token.PressAsync();
                    break;
                case ConsoleKey.L:
                    _ = token.LongPressAsync();
                    break;
                case ConsoleKey.T:
                    _ = token.VeryLongPressAsync();
                    break;
                case ConsoleKey.Q:
                    return;
                default:
                    break;
            }
        }
    }
}

/// <summary>Standard input presses the button: a command a line, each answered, at last with "ok" or "error: ...".</summary>
internal sealed class LineControl(VirtualToken token, TextReader input, IScreen output)
{
    /// <summary>Returns when it is told to quit, or when the lines end.</summary>
    internal async Task RunAsync(CancellationToken cancellation)
    {
        while (await input.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
        {
            switch (line.Trim())
            {
                case "press":
                    await token.PressAsync().ConfigureAwait(false);
                    output.Say("ok");
                    break;
                case "long":
                    await token.LongPressAsync().ConfigureAwait(false);
                    output.Say("ok");
                    break;
                case "very long":
                    await token.VeryLongPressAsync().ConfigureAwait(false);
                    output.Say("ok");
                    break;
                case "screen":
                    output.Say(token.Screen.ToText() + "ok");
                    break;
                case "quit":
                    output.Say("ok");
                    return;
                default:
                    output.Say($"error: '{line.Trim()}' is none of press, long, very long, screen, quit");
                    break;
            }
        }
    }
}
