// How much the protocol carries, and how it names an account.
using HwToken.Core.Otp;
using HwToken.Core.Text;

namespace HwToken.Core.Protocol;

/// <summary>How much of everything the protocol carries and a token keeps.</summary>
public static class Limits
{
    /// <summary>Accounts on one token.</summary>
    public const int Accounts = 100;

    /// <summary>UTF-8 bytes of an account's name: an MFA serial ARN, or issuer:account.</summary>
    public const int NameLength = 64;

    /// <summary>UTF-8 bytes of the text that a request shows.</summary>
    public const int TextLength = 32;

    /// <summary>Bytes of an HMAC key. AWS's are 40.</summary>
    public const int KeyLength = 128;

    public const int MinDigits = 6;
    public const int MaxDigits = 8;

    /// <summary>Seconds of a time step, at least 1.</summary>
    public const int MaxPeriod = 0xFFFF;

    public const int MinPinDigits = 4;
    public const int MaxPinDigits = 12;

    /// <summary>Wrong PINs in a row that a token can be told to take before the end.</summary>
    public const int MinPinTries = 3;
    public const int MaxPinTries = 15;
    public const int DefaultPinTries = 8;

    /// <summary>Bytes of a token's serial number: eight characters of base32.</summary>
    public const int SerialLength = 5;
}

/// <summary>
/// How a request names an account: the first 8 bytes of SHA-1 over the name's UTF-8 bytes. A fixed size keeps the
/// longest request short, and needs no list of numbers that both ends would have to agree about.
/// </summary>
/// <remarks>Not a secret and no protection: the name is known. A token keeps no two accounts with one id.</remarks>
public static class AccountId
{
    public const int Length = 8;

    /// <param name="digest">20 bytes of working space; the first 8 are the id afterwards.</param>
    public static void Compute(Sha1 sha1, Utf8Text name, byte[] digest) =>
        sha1.Compute(name.Bytes, 0, name.Length, digest);

    public static bool Same(byte[] left, byte[] right)
    {
        for (int i = 0; i < Length; i++)
        {
            if (left[i] != right[i])
            {
                return false;
            }
        }

        return true;
    }
}
