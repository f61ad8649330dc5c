using HwToken.Core.Otp;

namespace HwToken.Client.Accounts;

/// <summary>An account as a token keeps it, without its key.</summary>
/// <param name="Name">An MFA serial ARN, or what stands for a long one, or issuer:account; 1 to 64 bytes of UTF-8.</param>
/// <param name="Digits">6 to 8.</param>
/// <param name="Period">Seconds of a time step, 1 to 65535.</param>
public sealed record TokenAccount(
    string Name, OtpAlgorithm Algorithm = OtpAlgorithm.HmacSha1, int Digits = 6, int Period = 30);
