// Times, durations and text from outside, as a person reads and writes them.
using System.Globalization;
using HwToken.Cli.Errors;

namespace HwToken.Cli.Output;

/// <summary>
/// Text from elsewhere (a token, a server, a file name) as it may be shown: a control character would let its author
/// move the cursor, colour or retitle the reader's terminal, and a direction mark would let it pretend.
/// </summary>
internal static class Printable
{
    public static string Of(string text) =>
        text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 ? text : string.Concat(text.Select(c => IsHarmless(c) ? c : '\uFFFD'));

    private static bool IsHarmless(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);
}

/// <summary>Times are UTC everywhere: a time zone has spoilt enough tokens.</summary>
internal static class UtcText
{
    /// <summary>ISO 8601, to the second, for programs.</summary>
    public static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The day, for paper.</summary>
    public static string Date(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>To the second, for people.</summary>
    public static string Readable(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}

/// <summary>How wrong a clock is, for people: milliseconds while that is little, then seconds.</summary>
internal static class DurationText
{
    private static readonly TimeSpan Little = TimeSpan.FromSeconds(10);

    /// <summary>Without a sign: "12 ms", "44 s".</summary>
    public static string Of(TimeSpan duration) => duration.Duration() < Little
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(Math.Round(duration.TotalMilliseconds)):0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(Math.Round(duration.TotalSeconds, 1)):0.#} s");

    /// <summary>"+12 ms", "-44 s".</summary>
    public static string Signed(TimeSpan duration)
    {
        string sign = duration < TimeSpan.Zero ? "-" : "+";
        return sign + Of(duration);
    }

    /// <summary>Whole seconds, rounded up, as the token's screen has them: "+-2 s".</summary>
    public static string Bound(TimeSpan bound) =>
        string.Create(CultureInfo.InvariantCulture, $"+-{Math.Ceiling(bound.TotalSeconds):0} s");
}

/// <summary>Durations as people write them: <c>900</c> (seconds), <c>15m</c>, <c>12h</c>, <c>1h30m</c>.</summary>
internal static class Duration
{
    /// <summary>More than any session lasts, and far from what an int of seconds cannot hold.</summary>
    private const int MaxHours = 1000;

    /// <exception cref="CliException">The text is not a duration.</exception>
    public static TimeSpan Parse(string text)
    {
        if (text.Length is > 0 and <= 10 && text.All(char.IsAsciiDigit))
        {
            return Checked(text, long.Parse(text, CultureInfo.InvariantCulture));
        }

        long seconds = 0;
        int position = 0;
        // Each unit at most once and in this order, so that 30m1h is taken for the slip that it is.
        foreach ((char unit, int length) in new[] { ('h', 3600), ('m', 60), ('s', 1) })
        {
            int digits = position;
            while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            {
                digits++;
            }

            if (digits - position is > 0 and <= 9 && digits < text.Length && text[digits] == unit)
            {
                seconds += long.Parse(text.AsSpan(position, digits - position), CultureInfo.InvariantCulture) * length;
                position = digits + 1;
            }
        }

        return position > 0 && position == text.Length ? Checked(text, seconds) : throw Bad(text);
    }

    /// <summary>The shortest text that <see cref="Parse"/> reads back.</summary>
    public static string Text(TimeSpan duration)
    {
        long seconds = (long)duration.TotalSeconds;
        (long hours, long minutes, long rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        string text = (hours > 0 ? $"{hours}h" : "") + (minutes > 0 ? $"{minutes}m" : "") + (rest > 0 ? $"{rest}s" : "");
        return text.Length > 0 ? text : "0s";
    }

    private static TimeSpan Checked(string text, long seconds) =>
        seconds <= MaxHours * 3600L ? TimeSpan.FromSeconds(seconds) : throw Bad(text);

    private static CliException Bad(string text) =>
        CliException.BadUsage($"invalid duration '{text}'", "write it as 900 (seconds), 15m, 12h or 1h30m");
}
