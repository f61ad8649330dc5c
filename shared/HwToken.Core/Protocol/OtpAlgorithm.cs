namespace HwToken.Core.Protocol;

/// <summary>The HMAC behind an account's codes (RFC 6238, section 1.2).</summary>
public enum OtpAlgorithm : byte
{
    HmacSha1 = 0,
    HmacSha256 = 1,
}
