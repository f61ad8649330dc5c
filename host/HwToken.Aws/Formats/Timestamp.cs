using System.Globalization;

namespace HwToken.Aws.Formats;

internal static class Timestamp
{
    /// <summary>ISO 8601 in UTC, seconds, with the Z that every SDK reads. The AWS CLI writes +00:00, and Java 8 reads none.</summary>
    public static string Of(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
