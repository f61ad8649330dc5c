// What --debug prints.
using System.Runtime.CompilerServices;
using System.Text;

namespace HwToken.Cli.Output;

/// <summary>
/// What <c>--debug</c> prints on stderr. The trace itself decides what may be seen, by type: numbers, times, flags,
/// enumerations and what its caller declared to be <see cref="Public"/>; everything else, a bare string above all, is
/// printed as <c>***</c>. A secret can therefore not get into a trace by being forgotten.
/// </summary>
/// <param name="writer">Null traces nothing, and formats nothing.</param>
internal sealed class Trace(TextWriter? writer, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    public bool IsEnabled => writer is not null;

    public void Write([InterpolatedStringHandlerArgument("")] ref Message message)
    {
        if (writer is not null)
        {
            string milliseconds = time.GetElapsedTime(_start).TotalMilliseconds.ToString("F1", System.Globalization.CultureInfo.InvariantCulture);
            lock (writer)
            {
                writer.WriteLine($"debug: {milliseconds,8} ms  {message.ToText()}");
            }
        }
    }

    /// <summary>Text that anybody may see: a port, a profile, an ARN, a file's path.</summary>
    internal readonly record struct Public(string? Text);

    [InterpolatedStringHandler]
    internal readonly ref struct Message
    {
        private readonly StringBuilder? _text;

        public Message(int literalLength, int formattedCount, Trace trace, out bool isEnabled)
        {
            isEnabled = trace.IsEnabled;
            _text = isEnabled ? new StringBuilder(literalLength + (formattedCount * 16)) : null;
        }

        public void AppendLiteral(string text) => _text?.Append(text);

        public void AppendFormatted<T>(T value) => _text?.Append(Shown(value));

        internal string ToText() => _text?.ToString() ?? "";

        private static string Shown<T>(T value) => value switch
        {
            null => "none",
            Public known => known.Text is null ? "none" : Printable.Of(known.Text),
            bool or byte or int or long or Enum => value.ToString()!,
            TimeSpan span => $"{span.TotalSeconds:0.###} s",
            DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
            _ => "***",
        };
    }
}
