namespace HwToken.LocalAws.Configuration;

/// <summary>A virtual MFA device: six digits, 30 seconds, SHA-1, as AWS has them.</summary>
public sealed class MfaDeviceConfig
{
    /// <summary>The device's ARN: arn:aws:iam::ACCOUNT:mfa/NAME.</summary>
    public string SerialNumber { get; init; } = "";

    /// <summary>The key in base32, 1 to 128 bytes; AWS's are 40 bytes, which are 64 characters.</summary>
    public string Base32Seed { get; init; } = "";
}
