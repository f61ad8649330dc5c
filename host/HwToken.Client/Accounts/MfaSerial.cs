// The names that AWS gives an MFA device: its ARN and the account name in its QR code.
using System.Text;
using System.Text.RegularExpressions;
using HwToken.Base;
using HwToken.Client.Errors;
using HwToken.Core.Protocol;

namespace HwToken.Client.Accounts;

/// <summary>The ARN of an MFA device, in any of AWS's partitions, and the name that its account has on a token.</summary>
/// <remarks>
/// A name has at most 64 bytes, an ARN up to 256. One that fits is the name itself. For a longer one stands what tells
/// it from all others, the number of the AWS account and what is behind mfa/: <c>123456789012:alice</c>; in other
/// partitions than aws <c>us-gov/123456789012:alice</c>. So two devices never share a name, and the name tells the ARN.
/// </remarks>
public sealed partial class MfaSerial
{
    private const string Kind = "mfa";
    private const string MainPartition = "aws";

    private MfaSerial(Arn arn)
    {
        Arn = arn.ToString();
        AccountId = arn.AccountId;
        Device = arn.Resource[(Kind.Length + 1)..];
        string partition = arn.Partition == MainPartition ? "" : arn.Partition[(MainPartition.Length + 1)..] + "/";
        Prefix = $"{partition}{AccountId}:";
    }

    public string Arn { get; }

    /// <summary>Twelve digits.</summary>
    public string AccountId { get; }

    /// <summary>What is behind mfa/: the device's name, with its path if it has one.</summary>
    public string Device { get; }

    /// <summary>What its account is called on a token.</summary>
    /// <exception cref="MfaSerialTooLongException">Not even the short name fits.</exception>
    public string AccountName => Fits(Arn) ? Arn : Fits(Prefix + Device) ? Prefix + Device
        : throw new MfaSerialTooLongException(Arn, Limits.NameLength - Prefix.Length);

    /// <summary>What the short name has before the device's.</summary>
    private string Prefix { get; }

    /// <returns>Null if it is no ARN of an MFA device.</returns>
    public static MfaSerial? TryParse(string text) =>
        Base.Arn.TryParseIam(text, Kind) is { } arn ? new MfaSerial(arn) : null;

    /// <summary>The device that an account is named after, by its ARN or by the short name of it.</summary>
    /// <returns>Null if its name is any other.</returns>
    public static MfaSerial? OfAccount(string name) =>
        TryParse(name) ?? (OfShortForm(name) is { } serial && !Fits(serial.Arn) ? serial : null);

    /// <summary>The name on a token for what may be the ARN of an MFA device; any other name is one already.</summary>
    /// <exception cref="MfaSerialTooLongException">Not even the short name fits.</exception>
    public static string NameOf(string nameOrArn) => TryParse(nameOrArn)?.AccountName ?? nameOrArn;

    private static bool Fits(string name) => Encoding.UTF8.GetByteCount(name) <= Limits.NameLength;

    private static MfaSerial? OfShortForm(string name) => ShortForm().Match(name) is { Success: true } match
        ? TryParse($"arn:{PartitionOf(match.Groups[1].Value)}:iam::{match.Groups[2].Value}:{Kind}/{match.Groups[3].Value}")
        : null;

    private static string PartitionOf(string ending) =>
        ending.Length == 0 ? MainPartition : $"{MainPartition}-{ending}";

    [GeneratedRegex(@"^(?:([a-z-]+)/)?([0-9]{12}):(.+)\z")]
    private static partial Regex ShortForm();
}

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
