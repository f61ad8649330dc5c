using System.Text;

namespace HwToken.Cli.Secrets;

/// <summary>Characters that must not stay in memory: a key, or a URI with a key in it. A string could not be cleared.</summary>
internal sealed class SecretText : IDisposable
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

    /// <summary>Reads stdin to its end; one line, whose end may be missing.</summary>
    /// <param name="capacity">In bytes.</param>
    /// <exception cref="CliException">There is nothing, more than a line, more than the capacity, or no UTF-8.</exception>
    public static async Task<SecretText> ReadAsync(Stream input, int capacity, string what, CancellationToken cancel)
    {
        byte[] bytes = new byte[capacity + 1];
        char[] characters = new char[capacity + 1];
        try
        {
            int count = await SecretInput.FillAsync(bytes, input, cancel);
            if (count > capacity)
            {
                throw new CliException(ExitStatus.Failed, $"stdin holds more than {what}", $"pipe in {what} alone");
            }

            int length = Decode(bytes.AsSpan(0, count), characters, what);
            length = characters.AsSpan(0, length).TrimEnd("\r\n").Length;
            if (length == 0)
            {
                throw new CliException(ExitStatus.Failed, $"stdin holds no {what.Split(' ')[^1]}", $"pipe in {what}");
            }

            if (characters.AsSpan(0, length).ContainsAny('\r', '\n'))
            {
                throw new CliException(ExitStatus.Failed, $"stdin holds more than one line", $"pipe in {what} alone");
            }

            return Of(characters.AsSpan(0, length));
        }
        finally
        {
            Array.Clear(bytes);
            Array.Clear(characters);
        }
    }

    public void Dispose()
    {
        Array.Clear(Buffer);
        Length = 0;
    }

    private static int Decode(ReadOnlySpan<byte> bytes, char[] characters, string what)
    {
        // Some shells' redirections put a byte order mark in front.
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        bytes = bytes.StartsWith(mark) ? bytes[mark.Length..] : bytes;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetChars(bytes, characters);
        }
        catch (DecoderFallbackException)
        {
            // Without the inner exception: it quotes bytes of the secret.
            throw new CliException(ExitStatus.Failed, "stdin is no UTF-8 text", $"pipe in {what} as text");
        }
    }
}
