using System.Globalization;

namespace HwToken.Aws.Sessions;

/// <summary>How long sessions may last, in seconds (STS API reference: GetSessionToken, AssumeRole).</summary>
internal static class SessionDuration
{
    private const int Min = 900;
    private const int MaxOfUser = 129_600;
    private const int MaxOfRole = 43_200;
    private const int DefaultOfUser = 43_200;
    private const int DefaultOfRole = 3_600;

    /// <param name="profileValue">duration_seconds, as the profile has it.</param>
    /// <exception cref="AwsException">It is no number of seconds, or STS takes it from nobody.</exception>
    public static int Resolve(TimeSpan? requested, string? profileValue, bool isRole)
    {
        if (requested is { } duration)
        {
            return Check(duration.TotalSeconds, isRole, "the duration");
        }

        if (profileValue is null)
        {
            return isRole ? DefaultOfRole : DefaultOfUser;
        }

        return int.TryParse(profileValue, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)
            ? Check(seconds, isRole, "duration_seconds")
            : throw OutOfRange($"duration_seconds \"{profileValue}\" is not a whole number of seconds", isRole);
    }

    private static int Check(double seconds, bool isRole, string what)
    {
        if (seconds % 1 != 0 || seconds < Min || seconds > (isRole ? MaxOfRole : MaxOfUser))
        {
            throw OutOfRange(
                string.Create(CultureInfo.InvariantCulture, $"{what} of {seconds} s is not one that STS grants"), isRole);
        }

        return (int)seconds;
    }

    private static AwsException OutOfRange(string message, bool isRole) => new(
        FailureKind.DurationOutOfRange,
        message,
        isRole
            ? $"a role's session lasts {Min} to {MaxOfRole} s (15 minutes to 12 hours), and no longer than the role allows"
            : $"a user's session lasts {Min} to {MaxOfUser} s (15 minutes to 36 hours)");
}
