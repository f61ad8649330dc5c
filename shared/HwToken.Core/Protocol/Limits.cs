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
