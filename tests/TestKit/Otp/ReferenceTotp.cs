using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using HwToken.Core.Otp;

namespace HwToken.TestKit.Otp;

/// <summary>RFC 6238 over the framework's HMACs, as plainly as the RFC writes it: to compare with, not to ship.</summary>
public static class ReferenceTotp
{
    /// <summary>The code of a time step, with its leading zeros.</summary>
    public static string Code(byte[] key, long timeStep, int digits = 6, OtpAlgorithm algorithm = OtpAlgorithm.HmacSha1)
    {
        byte[] counter = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, timeStep);
        byte[] mac = algorithm == OtpAlgorithm.HmacSha256 ? HMACSHA256.HashData(key, counter) : HMACSHA1.HashData(key, counter);
        int truncated = BinaryPrimitives.ReadInt32BigEndian(mac.AsSpan(mac[^1] & 0x0F)) & int.MaxValue;
        return (truncated % (int)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }
}
