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
