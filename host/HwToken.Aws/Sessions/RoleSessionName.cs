using System.Buffers;

namespace HwToken.Aws.Sessions;

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
