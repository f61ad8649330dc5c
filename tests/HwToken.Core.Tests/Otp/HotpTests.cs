using System.Globalization;
using HwToken.Core.Otp;

namespace HwToken.Core.Tests.Otp;

public sealed class HotpTests
{
    public static IEnumerable<object[]> Vectors => VectorFile.Rows("hotp.txt", "counter", "hmac", "truncated", "hotp");

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Truncate_PublishedCounter_GivesPublishedCode(string counter, string hmac, string truncated, string hotp)
    {
        var hmacSha1 = new HmacSha1();
        hmacSha1.SetKey("12345678901234567890"u8.ToArray(), 0, 20);
        byte[] mac = new byte[hmacSha1.HashLength];

        hmacSha1.ComputeCounter(long.Parse(counter, CultureInfo.InvariantCulture), mac);

        Assert.Equal(hmac, Convert.ToHexStringLower(mac));
        Assert.Equal(hotp, CodeText.Format(Hotp.Truncate(mac, mac.Length, 6), 6));
        Assert.Equal(truncated.PadLeft(8, '0')[^8..], CodeText.Format(Hotp.Truncate(mac, mac.Length, 8), 8));
    }
}
