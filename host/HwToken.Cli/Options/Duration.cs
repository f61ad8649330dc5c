using System.Globalization;

namespace HwToken.Cli.Options;

/// <summary>Durations as people write them: <c>900</c> (seconds), <c>15m</c>, <c>12h</c>, <c>1h30m</c>.</summary>
internal static class Duration
{
    /// <summary>More than any session lasts, and far from what an int of seconds cannot hold.</summary>
    private const int MaxHours = 1000;

    /// <exception cref="CliException">The text is no duration.</exception>
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
        CliException.BadUsage($"'{text}' is no duration", "write it as 900 (seconds), 15m, 12h or 1h30m");
}
