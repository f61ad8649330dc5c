using HwToken.Core.Protocol;

namespace HwToken.Cli.Commands;

/// <summary>What may be an account's name on a token.</summary>
internal static class AccountName
{
    public const string Description = "An MFA serial ARN, or issuer:account; at most 64 bytes";

    /// <exception cref="CliException">It is none; it is not repeated, since it may be a key in the wrong place.</exception>
    public static string Checked(string name)
    {
        if (name.StartsWith("otpauth:", StringComparison.OrdinalIgnoreCase))
        {
            throw CliException.BadUsage(
                "an otpauth URI holds a key, and arguments can be read by every user of this computer",
                "pipe it in with --uri-stdin, and take a new key if others may have seen this one");
        }

        var text = new Utf8Text(Limits.NameLength);
        return text.TrySet(name) && text.Length > 0 && text.IsPrintable
            ? name
            : throw CliException.BadUsage(
                "that cannot be an account's name", "use 1 to 64 bytes of printable text without a blank at either end");
    }
}
