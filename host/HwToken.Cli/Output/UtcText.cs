using System.Globalization;

namespace HwToken.Cli.Output;

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
