using System.Security.Cryptography;
using HwToken.Client.Accounts;
using HwToken.Core.Otp;

namespace HwToken.Cli.Secrets;

/// <summary>A key that is made here, for services that take one.</summary>
internal static class GeneratedKey
{
    /// <summary>128 bits, the least that RFC 4226 allows (section 4, R6).</summary>
    public const int MinBytes = 16;

    /// <summary>160 bits, which it recommends (likewise).</summary>
    public const int DefaultBytes = 20;

    /// <summary>A block of SHA-1 and SHA-256: HMAC hashes longer keys down, and services refuse them.</summary>
    public const int MaxBytes = 64;

    public static NewAccount Create(string name, int bytes, OtpAlgorithm algorithm, int digits, int period)
    {
        byte[] key = new byte[bytes];
        RandomNumberGenerator.Fill(key);
        return new NewAccount(name, key, algorithm, digits, period) { IsGenerated = true };
    }

    /// <summary>Hands the key over: the one time that hwtoken prints one, and the last.</summary>
    /// <exception cref="CliException">stdout does not take it.</exception>
    public static void Print(NewAccount account, bool asUri, CliContext context)
    {
        char[] text = asUri ? UriOf(account) : Base32Of(account.Key);
        try
        {
            if (context.Global.Json)
            {
                context.Output.Json(json =>
                {
                    json.WriteStartObject();
                    json.WriteString("account", account.Name);
                    json.WriteString(asUri ? "uri" : "key", text);
                    json.WriteEndObject();
                });
            }
            else
            {
                context.Output.SecretLine(text);
            }
        }
        catch (CliException e)
        {
            throw new CliException(
                e.Status, e.Message, $"the key is lost: remove {account.Name} from the token, then begin again");
        }
        finally
        {
            Array.Clear(text);
        }
    }

    private static char[] Base32Of(byte[] key)
    {
        char[] text = new char[Base32.EncodedLength(key.Length)];
        Base32.Encode(key, 0, key.Length, text, 0);
        return text;
    }

    private static char[] UriOf(NewAccount account)
    {
        // issuer:account, unless the colons are those of an ARN.
        int colon = MfaSerial.TryParse(account.Name) is not null ? -1 : account.Name.IndexOf(':');
        (string issuer, string name) = colon > 0 && colon < account.Name.Length - 1
            ? (account.Name[..colon], account.Name[(colon + 1)..])
            : ("", account.Name);
        var uri = new OtpAuthUri(
            issuer, name, account.Key, 0, account.Key.Length, account.Algorithm, account.Digits, account.Period);
        char[] text = uri.Print();
        uri.Clear();
        return text;
    }
}
