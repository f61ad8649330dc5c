namespace HwToken.Aws;

/// <summary>An Amazon Resource Name: <c>arn:partition:service:region:account:resource</c>.</summary>
/// <param name="Partition">aws, aws-cn, aws-us-gov, aws-iso..., aws-eusc.</param>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Resource">What is left, with its type: <c>mfa/alice</c>, <c>role/team/admin</c>.</param>
internal sealed record Arn(string Partition, string Service, string AccountId, string Resource)
{
    private const int Parts = 6;
    private const int AccountDigits = 12;

    /// <summary>The last part of the resource's path: the name of a role or a device.</summary>
    public string Name => Resource[(Resource.LastIndexOf('/') + 1)..];

    public static Arn? TryParse(string text)
    {
        string[] parts = text.Split(':', Parts);
        return parts.Length == Parts
            && parts[0] == "arn"
            && (parts[1] == "aws" || parts[1].StartsWith("aws-", StringComparison.Ordinal))
            && parts[4].Length == AccountDigits && parts[4].All(char.IsAsciiDigit)
            && parts[5].Length > 0 && !parts[5].Any(char.IsWhiteSpace)
            ? new Arn(parts[1], parts[2], parts[4], parts[5])
            : null;
    }

    /// <exception cref="AwsException">It is none, or it is a security key's, which gives no codes.</exception>
    public static Arn ParseMfaDevice(string text)
    {
        if (TryParse(text) is not { Service: "iam" } arn || arn.Name.Length == 0)
        {
            throw new AwsException(
                FailureKind.MalformedArn,
                $"mfa_serial \"{text}\" is not the ARN of an MFA device",
                "it looks like arn:aws:iam::123456789012:mfa/alice: aws iam list-mfa-devices shows it");
        }

        if (!arn.Resource.StartsWith("mfa/", StringComparison.Ordinal))
        {
            throw new AwsException(
                FailureKind.MalformedArn,
                $"mfa_serial \"{text}\" is no device that gives MFA codes",
                "name the virtual MFA device that the token stands for: its ARN has mfa/ and a name");
        }

        return arn;
    }

    /// <exception cref="AwsException">It is none.</exception>
    public static Arn ParseRole(string text)
    {
        if (TryParse(text) is { Service: "iam" } arn && arn.Resource.StartsWith("role/", StringComparison.Ordinal)
            && arn.Name.Length > 0)
        {
            return arn;
        }

        throw new AwsException(
            FailureKind.MalformedArn,
            $"role_arn \"{text}\" is not the ARN of a role",
            "it looks like arn:aws:iam::123456789012:role/admin");
    }
}
