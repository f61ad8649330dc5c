// Secrets from stdin and from files, read without leaving copies of them.
using System.Text;
using HwToken.Cli.Errors;
using HwToken.Paper.Text;

namespace HwToken.Cli.Secrets;

/// <summary>
/// Reads what may hold a key from where a read ends only when bytes come: a terminal, a pipe, or a named pipe that
/// nobody has opened. A cancelled caller does not wait for that.
/// </summary>
internal static class SecretInput
{
    /// <summary>Fills a buffer as far as the stream goes.</summary>
    /// <inheritdoc cref="FillAsync(byte[], Func{Task{int}}, CancellationToken)"/>
    public static Task<int> FillAsync(byte[] buffer, Stream input, CancellationToken cancel) =>
        FillAsync(buffer, () => input.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel).AsTask(), cancel);

    /// <param name="buffer">The caller clears it; here only what comes after the cancelling is.</param>
    /// <param name="fill">May block.</param>
    /// <returns>How many bytes came.</returns>
    public static async Task<int> FillAsync(byte[] buffer, Func<Task<int>> fill, CancellationToken cancel)
    {
        Task<int> filling = Task.Run(fill, CancellationToken.None);
        try
        {
            return await filling.WaitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            // The read goes on until the process ends, and may still write into the buffer.
            _ = filling.ContinueWith(
                _ => Array.Clear(buffer), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            throw;
        }
    }

    /// <summary>Reads stdin to its end; one line, whose end may be missing.</summary>
    /// <param name="capacity">In bytes.</param>
    /// <exception cref="CliException">There is nothing, more than a line, more than the capacity, or no UTF-8.</exception>
    public static async Task<SecretText> ReadTextAsync(Stream input, int capacity, string what, CancellationToken cancel)
    {
        byte[] bytes = new byte[capacity + 1];
        char[] characters = new char[capacity + 1];
        try
        {
            int count = await FillAsync(bytes, input, cancel);
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

            return SecretText.Of(characters.AsSpan(0, length));
        }
        finally
        {
            Array.Clear(bytes);
            Array.Clear(characters);
        }
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
            throw new CliException(ExitStatus.Failed, "stdin is not UTF-8 text", $"pipe in {what} as text");
        }
    }
}
