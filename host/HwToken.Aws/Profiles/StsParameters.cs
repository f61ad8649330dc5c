// What STS takes: durations, names, ARNs, regions and endpoints, checked before anybody presses a button.
using System.Buffers;
using System.Globalization;
using HwToken.Aws.Model;
using HwToken.Base;

namespace HwToken.Aws.Profiles;

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

/// <summary>The name that CloudTrail shows for a role's session: 2 to 64 of <c>[\w+=,.@-]</c> (STS API reference, AssumeRole).</summary>
internal static class RoleSessionName
{
    private const int MinLength = 2;
    private const int MaxLength = 64;
    private const string Prefix = "hwtoken-";

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+=,.@-");

    /// <summary>A name that says who, from a user name of any form.</summary>
    public static string FromUserName(string userName)
    {
        string name = string.Concat(userName.Select(c => Allowed.Contains(c) ? c : '-'));
        name = name.Length < MinLength ? Prefix + name : name;
        return name.Length > MaxLength ? name[..MaxLength] : name;
    }

    /// <exception cref="AwsException">STS would refuse it, after a press.</exception>
    public static string Check(string name) =>
        name.Length is >= MinLength and <= MaxLength && !name.AsSpan().ContainsAnyExcept(Allowed)
            ? name
            : throw new AwsException(
                FailureKind.MalformedSessionName,
                $"role_session_name \"{name}\" is not one that STS takes",
                "it has 2 to 64 letters, digits and _+=,.@-");
}

/// <summary>Which STS: the region's own, or one at an address that somebody named.</summary>
internal static class StsLocation
{
    private const int MaxRegionLength = 32;

    /// <summary>The region to ask where nobody named one. Every one of them is switched on in every account.</summary>
    public static string DefaultRegion(string partition) => partition switch
    {
        "aws-cn" => "cn-north-1",
        "aws-us-gov" => "us-gov-west-1",
        "aws-iso" => "us-iso-east-1",
        "aws-iso-b" => "us-isob-east-1",
        "aws-iso-e" => "eu-isoe-west-1",
        "aws-iso-f" => "us-isof-south-1",
        "aws-eusc" => "eusc-de-east-1",
        _ => "us-east-1",
    };

    /// <summary>A region becomes part of a host name: what cannot be one goes no further.</summary>
    /// <exception cref="AwsException">It is not the name of a region.</exception>
    public static string CheckRegion(string region) =>
        region.Length <= MaxRegionLength
        && region.Contains('-', StringComparison.Ordinal)
        && char.IsAsciiLetterLower(region[0])
        && region.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? region
            : throw new AwsException(
                FailureKind.MalformedRegion, $"\"{region}\" is not the name of a region", "it looks like eu-central-1");

    /// <exception cref="AwsException">It is no URL, or session credentials would cross a network in clear text.</exception>
    public static string CheckEndpoint(string endpoint)
    {
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? url) || url.Scheme is not ("https" or "http"))
        {
            throw new AwsException(
                FailureKind.MalformedEndpoint,
                $"\"{endpoint}\" is not the URL of an endpoint",
                "it looks like https://sts.example.com");
        }

        return url.Scheme == "https" || url.IsLoopback
            ? url.AbsoluteUri
            : throw new AwsException(
                FailureKind.MalformedEndpoint,
                $"{endpoint} would send credentials in clear text",
                "use https, or http to this computer itself");
    }
}

/// <summary>The ARNs that a profile or an option names.</summary>
internal static class ProfileArn
{
    /// <exception cref="AwsException">It is none, or it is a security key's, which gives no codes.</exception>
    public static Arn MfaDevice(string text)
    {
        if (Arn.TryParse(text) is not { Service: "iam" } arn || arn.Name.Length == 0)
        {
            throw new AwsException(
                FailureKind.MalformedArn,
                $"mfa_serial \"{text}\" is not the ARN of an MFA device",
                "it looks like arn:aws:iam::123456789012:mfa/alice: aws iam list-mfa-devices shows it");
        }

        return arn.IsIam("mfa")
            ? arn
            : throw new AwsException(
                FailureKind.MalformedArn,
                $"mfa_serial \"{text}\" is not a device that gives MFA codes",
                "name the virtual MFA device that the token stands for: its ARN has mfa/ and a name");
    }

    /// <exception cref="AwsException">It is none.</exception>
    public static Arn Role(string text) => Arn.TryParseIam(text, "role") ?? throw new AwsException(
        FailureKind.MalformedArn,
        $"role_arn \"{text}\" is not the ARN of a role",
        "it looks like arn:aws:iam::123456789012:role/admin");
}
