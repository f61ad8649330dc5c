namespace HwToken.Base;

/// <summary>An Amazon Resource Name of an account's own resource: <c>arn:partition:service:region:account:resource</c>.</summary>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html</remarks>
/// <param name="Partition">aws, aws-cn, aws-us-gov, aws-iso..., aws-eusc.</param>
/// <param name="Service">iam, sts.</param>
/// <param name="Region">Empty where the service has none: IAM and STS.</param>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Resource">The rest, with its kind: <c>mfa/alice</c>, <c>role/team/admin</c>, <c>root</c>.</param>
public sealed record Arn(string Partition, string Service, string Region, string AccountId, string Resource)
{
    private const int Parts = 6;
    private const int AccountDigits = 12;
    private const string MainPartition = "aws";

    /// <summary>The last part of the resource's path: the name of a role or a device.</summary>
    public string Name => Resource[(Resource.LastIndexOf('/') + 1)..];

    public static bool IsAccountId(string text) => text.Length == AccountDigits && text.All(char.IsAsciiDigit);

    /// <returns>Null if it is not an ARN with an account.</returns>
    public static Arn? TryParse(string text)
    {
        string[] parts = text.Split(':', Parts);
        return parts.Length == Parts
            && parts[0] == "arn"
            && IsPartition(parts[1])
            && parts[2].Length > 0
            && IsAccountId(parts[4])
            && parts[5].Length > 0 && !parts[5].Any(IsSpaceOrControl)
            ? new Arn(parts[1], parts[2], parts[3], parts[4], parts[5])
            : null;
    }

    /// <param name="kind">What the resource is: user, role, mfa.</param>
    /// <returns>Null if it is not the ARN of an IAM resource of this kind with a name.</returns>
    public static Arn? TryParseIam(string text, string kind) =>
        TryParse(text) is { } arn && arn.IsIam(kind) ? arn : null;

    /// <summary>Whether it is an IAM resource of this kind that has a name.</summary>
    public bool IsIam(string kind) =>
        Service == "iam" && Region.Length == 0
        && Resource.StartsWith(kind + "/", StringComparison.Ordinal) && Name.Length > 0;

    public override string ToString() => $"arn:{Partition}:{Service}:{Region}:{AccountId}:{Resource}";

    private static bool IsPartition(string text) =>
        text == MainPartition
        || (text.StartsWith(MainPartition + "-", StringComparison.Ordinal) && text.Length > MainPartition.Length + 1
            && text.All(c => char.IsAsciiLetterLower(c) || c == '-'));

    private static bool IsSpaceOrControl(char c) => char.IsWhiteSpace(c) || char.IsControl(c);
}
