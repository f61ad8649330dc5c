using System.Diagnostics.CodeAnalysis;

namespace HwToken.LocalAws.Accounts;

/// <summary>An Amazon Resource Name: <c>arn:partition:service:region:account:resource</c>.</summary>
internal sealed record Arn(string Partition, string Service, string Region, string AccountId, string Resource)
{
    private const int AccountIdLength = 12;
    private const int Parts = 6;

    internal static bool IsAccountId(string text) =>
        text.Length == AccountIdLength && text.All(char.IsAsciiDigit);

    /// <summary>Takes an IAM resource's ARN: no region, an account of 12 digits.</summary>
    /// <param name="kind">What the resource begins with: user/, role/, mfa/.</param>
    internal static bool TryParseIam(string text, string kind, [NotNullWhen(true)] out Arn? arn)
    {
        string[] parts = text.Split(':', Parts);
        bool valid = parts.Length == Parts
            && parts[0] == "arn"
            && parts[1].StartsWith("aws", StringComparison.Ordinal)
            && parts[2] == "iam"
            && parts[3].Length == 0
            && IsAccountId(parts[4])
            && parts[5].StartsWith(kind, StringComparison.Ordinal)
            && parts[5].Length > kind.Length
            && !parts[5].EndsWith('/');
        arn = valid ? new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]) : null;
        return valid;
    }

    public override string ToString() => $"arn:{Partition}:{Service}:{Region}:{AccountId}:{Resource}";
}
