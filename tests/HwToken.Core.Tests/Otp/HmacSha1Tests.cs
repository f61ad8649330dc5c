using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using CsCheck;
using HwToken.Core.Otp;

namespace HwToken.Core.Tests.Otp;

public sealed class HmacSha1Tests
{
    private static readonly Gen<byte[]> Keys = Gen.Byte.Array[1, 128];

    public static IEnumerable<object[]> Vectors => VectorFile.Rows("hmac-sha1.txt", "key", "data", "digest");

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Compute_PublishedKeyAndData_GivesPublishedDigest(string key, string data, string digest)
    {
        HmacSha1 hmac = WithKey(Convert.FromHexString(key));

        Assert.Equal(digest, Mac(hmac, Convert.FromHexString(data)));
    }

    [Fact]
    public void Compute_RandomKeysAndMessages_AgreesWithTheFramework()
    {
        Gen.Select(Keys, Gen.Byte.Array[0, 300]).ForAll(500, (key, message) =>
            Assert.Equal(Convert.ToHexStringLower(HMACSHA1.HashData(key, message)), Mac(WithKey(key), message)));
    }

    // 40: AWS's keys. 63 to 65: around one block, where longer keys begin to be hashed.
    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(32)]
    [InlineData(40)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    public void ComputeCounter_KeyOfThisLength_AgreesWithTheFramework(int length)
    {
        byte[] key = [.. Enumerable.Range(1, length).Select(i => (byte)(i * 73))];

        Assert.Equal(FrameworkMac(key, 1234567890123), CounterMac(WithKey(key), 1234567890123));
    }

    [Fact]
    public void ComputeCounter_RandomKeysAndCounters_AgreesWithTheFramework()
    {
        var hmac = new HmacSha1();

        Gen.Select(Keys, Gen.Long).ForAll(1000, (key, counter) =>
        {
            hmac.SetKey(key, 0, key.Length);
            Assert.Equal(FrameworkMac(key, counter), CounterMac(hmac, counter));
        });
    }

    [Fact]
    public void ComputeCounter_AfterALongMessage_IsNotDisturbedByIt()
    {
        HmacSha1 hmac = WithKey([1, 2, 3]);
        string before = CounterMac(hmac, 7);

        Mac(hmac, new byte[1000]);

        Assert.Equal(before, CounterMac(hmac, 7));
    }

    [Fact]
    public void SetKey_PartOfAnArray_TakesOnlyThatPart()
    {
        var hmac = new HmacSha1();

        hmac.SetKey([9, 1, 2, 3, 9], 1, 3);

        Assert.Equal(FrameworkMac([1, 2, 3], 5), CounterMac(hmac, 5));
    }

    [Fact]
    public void SetKey_CallerClearsItsArray_KeyStaysSet()
    {
        byte[] key = [1, 2, 3];
        HmacSha1 hmac = WithKey(key);

        Array.Clear(key);

        Assert.Equal(FrameworkMac([1, 2, 3], 5), CounterMac(hmac, 5));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, -1)]
    [InlineData(-1, 2)]
    [InlineData(2, 2)]
    public void SetKey_EmptyOrOutsideTheArray_IsRefused(int offset, int count)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new HmacSha1().SetKey(new byte[3], offset, count));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    public void SetKey_AnyKey_KeepsNeitherItNorItsDigest(int length)
    {
        byte[] key = [.. Enumerable.Range(1, length).Select(i => (byte)(i * 73))];

        string state = ObjectState.Describe(WithKey(key));

        Assert.All(((byte[])[.. key, .. SHA1.HashData(key)]).Chunk(4), bytes =>
        {
            string word = BinaryPrimitives.ReadUInt32BigEndian(bytes).ToString("x", CultureInfo.InvariantCulture);
            Assert.DoesNotContain(word, state, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Compute_WithoutKey_IsRefused()
    {
        Assert.Throws<InvalidOperationException>(() => Mac(new HmacSha1(), []));
        Assert.Throws<InvalidOperationException>(() => CounterMac(new HmacSha1(), 0));
    }

    [Fact]
    public void Clear_AfterUse_LeavesAnObjectLikeNew()
    {
        HmacSha1 hmac = WithKey([1, 2, 3]);
        Mac(hmac, new byte[100]);
        CounterMac(hmac, long.MaxValue);
        Assert.NotEqual(ObjectState.Describe(new HmacSha1()), ObjectState.Describe(hmac));

        hmac.Clear();

        Assert.Equal(ObjectState.Describe(new HmacSha1()), ObjectState.Describe(hmac));
        Assert.Throws<InvalidOperationException>(() => CounterMac(hmac, 0));
    }

    private static HmacSha1 WithKey(byte[] key)
    {
        var hmac = new HmacSha1();
        hmac.SetKey(key, 0, key.Length);
        return hmac;
    }

    private static string Mac(HmacSha1 hmac, byte[] message)
    {
        byte[] mac = new byte[hmac.HashLength];
        hmac.Compute(message, 0, message.Length, mac);
        return Convert.ToHexStringLower(mac);
    }

    private static string CounterMac(HmacSha1 hmac, long counter)
    {
        byte[] mac = new byte[hmac.HashLength];
        hmac.ComputeCounter(counter, mac);
        return Convert.ToHexStringLower(mac);
    }

    private static string FrameworkMac(byte[] key, long counter)
    {
        byte[] message = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(message, counter);
        return Convert.ToHexStringLower(HMACSHA1.HashData(key, message));
    }
}
