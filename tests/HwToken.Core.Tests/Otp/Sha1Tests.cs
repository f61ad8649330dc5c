using System.Globalization;
using System.Text;
using HwToken.Core.Otp;

namespace HwToken.Core.Tests.Otp;

public sealed class Sha1Tests
{
    public static IEnumerable<object[]> Vectors => VectorFile.Rows("sha1.txt", "message", "times", "digest");

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Compute_PublishedMessage_GivesPublishedDigest(string message, string times, string digest)
    {
        string text = string.Concat(Enumerable.Repeat(message, int.Parse(times, CultureInfo.InvariantCulture)));

        Assert.Equal(digest, Digest(Encoding.ASCII.GetBytes(text)));
    }

    private static string Digest(byte[] message)
    {
        byte[] digest = new byte[Sha1.DigestLength];
        new Sha1().Compute(message, 0, message.Length, digest);
        return Convert.ToHexStringLower(digest);
    }
}
