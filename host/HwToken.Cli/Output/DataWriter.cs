// Data on stdout: lines, tables, JSON, secrets.
using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HwToken.Cli.Errors;

namespace HwToken.Cli.Output;

/// <summary>
/// stdout, which carries data only. Every method writes all or throws: a full disk behind a redirection is a failure,
/// not a shorter file.
/// </summary>
/// <param name="stdout">Unbuffered: what is written has arrived when the process ends, however it ends.</param>
internal sealed class DataWriter(Stream stdout, bool isTerminal, bool colors)
{
    // Enough for an account with its key, which then leaves no outgrown buffers behind.
    private const int InitialCapacity = 8192;

    private static readonly JsonWriterOptions JsonOptions = new()
    {
        Indented = true,
        // The output is no HTML; a '+' in a key or an account's name stays readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Where a press would be for nothing otherwise.</summary>
    /// <exception cref="CliException">The caller has closed stdout.</exception>
    public void RequireOpen()
    {
        if (stdout is ClosedStream)
        {
            throw new CliException(
                ExitStatus.Failed, "stdout is closed: the token was not asked", "send stdout to a terminal, a file or a program");
        }
    }

    /// <exception cref="CliException">stdout does not take it: a disk is full, or it is closed.</exception>
    public void Write(string text) => Write(Encoding.UTF8.GetBytes(text));

    public void Line(string text) => Write(text + "\n");

    public void Write(Table table) => Write(isTerminal ? table.ToAligned(colors) : table.ToSeparated());

    /// <param name="write">Writes one value.</param>
    public void Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(InitialCapacity);
        using (var json = new Utf8JsonWriter(buffer, JsonOptions))
        {
            write(json);
        }

        buffer.Write("\n"u8);
        Write(buffer.WrittenSpan);
        buffer.Clear();
    }

    /// <summary>A line that is not to stay in memory.</summary>
    /// <param name="secret">The caller clears it; the copies made here are overwritten.</param>
    public void SecretLine(ReadOnlySpan<char> secret)
    {
        byte[] bytes = new byte[Encoding.UTF8.GetMaxByteCount(secret.Length) + 1];
        try
        {
            int length = Encoding.UTF8.GetBytes(secret, bytes);
            bytes[length++] = (byte)'\n';
            Write(bytes.AsSpan(0, length));
        }
        finally
        {
            Array.Clear(bytes);
        }
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            stdout.Write(bytes);
            stdout.Flush();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(
                ExitStatus.Failed,
                $"cannot write to stdout: {Failure.AsClause(e.Message)}",
                "make room where it goes, or send it somewhere else, then try again");
        }
    }
}

internal static class JsonFields
{
    /// <summary>A number, or null: the field is there in every case, so that a script need not ask whether it is.</summary>
    public static void WriteOptional(Utf8JsonWriter json, string name, long? value)
    {
        if (value is long number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
