using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
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

        Assert.Equal(digest, Digest(new Sha1(), Encoding.ASCII.GetBytes(text)));
    }

    [Fact]
    public void Compute_EveryLengthUpToFourBlocks_AgreesWithTheFramework()
    {
        var sha1 = new Sha1();
        byte[] message = [.. Enumerable.Range(1, 4 * Sha1.BlockLength).Select(i => (byte)(i * 37))];

        for (int length = 0; length <= message.Length; length++)
        {
            byte[] part = message[..length];
            Assert.Equal(Convert.ToHexStringLower(SHA1.HashData(part)), Digest(sha1, part));
        }
    }

    [Fact]
    public void Compute_RandomMessages_AgreesWithTheFramework()
    {
        var sha1 = new Sha1();

        Gen.Byte.Array[0, 1000].ForAll(500, message =>
            Assert.Equal(Convert.ToHexStringLower(SHA1.HashData(message)), Digest(sha1, message)));
    }

    [Fact]
    public void Compute_PartOfAnArray_TakesOnlyThatPart()
    {
        byte[] digest = new byte[Sha1.DigestLength];

        new Sha1().Compute("xyabcz"u8.ToArray(), 2, 3, digest);

        Assert.Equal("a9993e364706816aba3e25717850c26c9cd0d89d", Convert.ToHexStringLower(digest));
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(0, -1)]
    [InlineData(2, 2)]
    [InlineData(int.MaxValue, 1)]
    public void Compute_OutsideTheArray_IsRefused(int offset, int count)
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new Sha1().Compute(new byte[3], offset, count, new byte[Sha1.DigestLength]));
    }

    [Fact]
    public void Clear_AfterAMessage_LeavesAnObjectLikeNew()
    {
        var sha1 = new Sha1();
        Digest(sha1, "secret"u8.ToArray());
        Assert.NotEqual(ObjectState.Describe(new Sha1()), ObjectState.Describe(sha1));

        sha1.Clear();

        Assert.Equal(ObjectState.Describe(new Sha1()), ObjectState.Describe(sha1));
    }

    private static string Digest(Sha1 sha1, byte[] message)
    {
        byte[] digest = new byte[Sha1.DigestLength];
        sha1.Compute(message, 0, message.Length, digest);
        return Convert.ToHexStringLower(digest);
    }
}
