using System.Globalization;

namespace HwToken.Cli.Output;

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
