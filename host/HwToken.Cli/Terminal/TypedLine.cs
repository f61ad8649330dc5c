// A line that somebody types, shown or hidden.
namespace HwToken.Cli.Terminal;

/// <summary>A line that a person types, in a buffer that is cleared when it has been used.</summary>
internal sealed class TypedLine : IDisposable
{
    private readonly char[] _buffer;
    private int _length;

    private TypedLine(int capacity) => _buffer = new char[capacity];

    public ReadOnlySpan<char> Text => _buffer.AsSpan(0, _length);

    /// <param name="prompt">Shown before the cursor.</param>
    /// <param name="hidden">Nothing of what is typed appears, not even its length.</param>
    /// <param name="capacity">In characters; more are not taken.</param>
    /// <exception cref="OperationCanceledException">Ctrl-C, or Ctrl-D on an empty line.</exception>
    public static async Task<TypedLine> ReadAsync(
        ITerminal terminal, string prompt, bool hidden, int capacity, CancellationToken cancel)
    {
        var line = new TypedLine(capacity);
        terminal.HideKeys();
        terminal.Write(prompt);
        try
        {
            while (line.Take(await terminal.ReadKeyAsync(cancel), hidden ? null : terminal))
            {
            }

            return line;
        }
        catch
        {
            line.Dispose();
            throw;
        }
        finally
        {
            terminal.Write("\n");
        }
    }

    public void Dispose()
    {
        Array.Clear(_buffer);
        _length = 0;
    }

    /// <returns>Whether the line goes on.</returns>
    private bool Take(ConsoleKeyInfo key, ITerminal? echo)
    {
        switch (key.KeyChar)
        {
            case '\r' or '\n':
                return false;
            case '\u0004' when _length == 0: // Ctrl-D, the end of input.
                throw new OperationCanceledException();
            case '\b' or '\u007F':
                Erase(1, echo);
                return true;
            case '\u0015': // Ctrl-U, the whole line.
                Erase(_length, echo);
                return true;
            case var c when !char.IsControl(c) && _length < _buffer.Length:
                _buffer[_length++] = c;
                echo?.Write(c.ToString());
                return true;
            default:
                return true;
        }
    }

    private void Erase(int count, ITerminal? echo)
    {
        for (; count > 0 && _length > 0; count--)
        {
            _buffer[--_length] = '\0';
            echo?.Write("\b \b");
        }
    }
}
