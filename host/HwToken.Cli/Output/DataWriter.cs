using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace HwToken.Cli.Output;

/// <summary>
/// stdout, which carries data only. Every method writes all or throws: a full disk behind a redirection is a failure,
/// not a shorter file.
/// </summary>
/// <param name="stdout">Unbuffered: what is written has arrived when the process ends, however it ends.</param>
internal sealed class DataWriter(Stream stdout, bool isTerminal, bool colors)
{
    private static readonly JsonWriterOptions JsonOptions = new()
    {
        Indented = true,
        // The output is no HTML; a '+' in a key or an account's name stays readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <exception cref="CliException">stdout does not take it: a disk is full.</exception>
    public void Write(string text) => Write(Encoding.UTF8.GetBytes(text));

    public void Line(string text) => Write(text + "\n");

    public void Write(Table table) => Write(isTerminal ? table.ToAligned(colors) : table.ToSeparated());

    /// <param name="write">Writes one value.</param>
    public void Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonOptions))
        {
            write(json);
        }

        buffer.WriteByte((byte)'\n');
        Write(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            stdout.Write(bytes);
            stdout.Flush();
        }
        catch (IOException e)
        {
            throw new CliException(
                ExitStatus.Failed,
                $"cannot write to stdout: {Failure.AsClause(e.Message)}",
                "make room where it goes, or send it somewhere else, then try again");
        }
    }
}
