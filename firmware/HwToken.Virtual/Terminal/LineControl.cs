namespace HwToken.Virtual.Terminal;

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
