using HwToken.Core.Otp;

namespace HwToken.Core.Tests.Otp;

public sealed class HmacSha1Tests
{
    public static IEnumerable<object[]> Vectors => VectorFile.Rows("hmac-sha1.txt", "key", "data", "digest");

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Compute_PublishedKeyAndData_GivesPublishedDigest(string key, string data, string digest)
    {
        byte[] message = Convert.FromHexString(data);
        byte[] mac = new byte[Sha1.DigestLength];

        WithKey(Convert.FromHexString(key)).Compute(message, 0, message.Length, mac);

        Assert.Equal(digest, Convert.ToHexStringLower(mac));
    }

    private static HmacSha1 WithKey(byte[] key)
    {
        var hmac = new HmacSha1();
        hmac.SetKey(key, 0, key.Length);
        return hmac;
    }
}
