using System.Text.RegularExpressions;

namespace HwToken.Client.Accounts;

/// <summary>
/// An account's name as AWS's QR codes have it: <c>Amazon Web Services:alice@123456789012</c> in the console,
/// <c>alice@123456789012</c> from CreateVirtualMFADevice.
/// </summary>
/// <param name="Serial">
/// The device that it is of, in the partition aws: the code does not say which. Null where it has no account's number,
/// but an alias.
/// </param>
public sealed partial record AwsQrName(MfaSerial? Serial)
{
    private const string Issuer = "Amazon Web Services:";

    /// <returns>Null if the name is of another form.</returns>
    public static AwsQrName? TryParse(string name) =>
        Numbered().Match(name) is { Success: true } match
            ? new(MfaSerial.TryParse($"arn:aws:iam::{match.Groups[2].Value}:mfa/{match.Groups[1].Value}"))
            : name.StartsWith(Issuer, StringComparison.Ordinal) ? new(Serial: null) : null;

    // The letters of a device's name and path: IAM API Reference, CreateVirtualMFADevice.
    [GeneratedRegex(@"^(?:Amazon Web Services: *)?([A-Za-z0-9_+=,.@/-]+)@([0-9]{12})\z")]
    private static partial Regex Numbered();
}
