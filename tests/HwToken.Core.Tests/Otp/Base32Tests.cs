using System.Text;
using HwToken.Core.Otp;

namespace HwToken.Core.Tests.Otp;

public sealed class Base32Tests
{
    public static IEnumerable<object[]> Vectors => VectorFile.Rows("base32.txt", "text", "base32");

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Encode_PublishedText_GivesPublishedBase32(string text, string base32)
    {
        byte[] data = Encoding.ASCII.GetBytes(text);

        Assert.Equal(base32, Base32.Encode(data, 0, data.Length, padding: true));
        Assert.Equal(base32.TrimEnd('='), Base32.Encode(data, 0, data.Length));
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Decode_PublishedBase32_GivesPublishedText(string text, string base32)
    {
        byte[] data = new byte[Base32.MaxDecodedLength(base32.Length)];

        int length = Base32.Decode(base32.ToCharArray(), 0, base32.Length, data, out int errorPosition);

        Assert.Equal(-1, errorPosition);
        Assert.Equal(text, Encoding.ASCII.GetString(data, 0, length));
    }
}
