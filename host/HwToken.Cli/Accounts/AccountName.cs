// What may be an account's name on a token.
using HwToken.Cli.Errors;
using HwToken.Client.Accounts;
using HwToken.Client.Errors;
using HwToken.Core.Protocol;
using HwToken.Core.Text;

namespace HwToken.Cli.Accounts;

/// <summary>What may be an account's name on a token.</summary>
internal static class AccountName
{
    public const string Description = "An MFA serial ARN, or issuer:account of at most 64 bytes";

    /// <returns>What the account is called on the token: for an ARN that is too long there, what stands for it.</returns>
    /// <exception cref="CliException">It is none; it is not repeated, since it may be a key in the wrong place.</exception>
    public static string Checked(string name)
    {
        if (name.StartsWith("otpauth:", StringComparison.OrdinalIgnoreCase))
        {
            throw CliException.BadUsage(
                "an otpauth URI holds a key, and arguments can be read by every user of this computer",
                "pipe it in with --uri-stdin, and take a new key if others may have seen this one");
        }

        string onToken;
        try
        {
            onToken = MfaSerial.NameOf(name);
        }
        catch (MfaSerialTooLongException e)
        {
            throw CliException.BadUsage(e.Message, e.Hint);
        }

        var text = new Utf8Text(Limits.NameLength);
        return text.TrySet(onToken) && text.Length > 0 && text.IsPrintable
            ? onToken
            : throw CliException.BadUsage(
                "that cannot be an account's name", "use 1 to 64 bytes of printable text without a blank at either end");
    }

    /// <summary>What to tell a user who has just given an account this name; null if nothing.</summary>
    public static string? NoteOf(string onToken) => MfaSerial.OfAccount(onToken) is { } serial
        ? serial.Arn == onToken
            ? null
            : $"{onToken} stands for {serial.Arn}, which is longer than a name on a token may be; commands still take the ARN"
        : AwsQrName.TryParse(onToken) is { } name ? NoteOf(onToken, name.Serial) : null;

    /// <param name="serial">The device, if the name tells that much.</param>
    private static string NoteOf(string name, MfaSerial? serial)
    {
        string rename = RenameCommand.Of(name, serial?.Arn ?? "ARN") ?? "rename it to that";
        return serial is null
            ? $"AWS commands look for it by the ARN that aws iam list-mfa-devices shows: {rename}"
            : $"AWS commands look for it as {serial.Arn}, if aws iam list-mfa-devices shows no other: {rename}";
    }
}
