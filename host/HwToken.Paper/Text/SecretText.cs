// Secrets that were read, and the error that says what is wrong with them.

namespace HwToken.Paper.Text;

/// <summary>Characters that must not stay in memory: a key, or a URI with a key in it. A string could not be cleared.</summary>
public sealed class SecretText : IDisposable
{
    private SecretText(char[] buffer, int length)
    {
        Buffer = buffer;
        Length = length;
    }

    /// <summary>The first <see cref="Length"/> characters are the text.</summary>
    public char[] Buffer { get; }

    public int Length { get; private set; }

    public static SecretText Of(ReadOnlySpan<char> text) => new(text.ToArray(), text.Length);

    public void Dispose()
    {
        Array.Clear(Buffer);
        Length = 0;
    }
}

/// <summary>What was read in cannot be used: a picture, a link or a key.</summary>
/// <param name="message">What is wrong with it: lower case, no full stop, none of its secrets.</param>
/// <param name="hint">What to do: likewise.</param>
public sealed class PaperException(string message, string hint) : Exception(message)
{
    public string Hint { get; } = hint;
}
