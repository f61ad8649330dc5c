using HwToken.Base;

namespace HwToken.Aws.Profiles;

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
                $"mfa_serial \"{text}\" is no device that gives MFA codes",
                "name the virtual MFA device that the token stands for: its ARN has mfa/ and a name");
    }

    /// <exception cref="AwsException">It is none.</exception>
    public static Arn Role(string text) => Arn.TryParseIam(text, "role") ?? throw new AwsException(
        FailureKind.MalformedArn,
        $"role_arn \"{text}\" is not the ARN of a role",
        "it looks like arn:aws:iam::123456789012:role/admin");
}
