using System.Globalization;
using CsCheck;
using HwToken.Core.Otp;
using HwToken.TestKit.Otp;

namespace HwToken.Core.Tests.Otp;

public sealed class HotpTests
{
    public static IEnumerable<object[]> Vectors => VectorFile.Rows("hotp.txt", "counter", "hmac", "truncated", "hotp");

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Truncate_PublishedCounter_GivesPublishedCode(string counter, string hmac, string truncated, string hotp)
    {
        byte[] mac = CounterMac("12345678901234567890"u8.ToArray(), long.Parse(counter, CultureInfo.InvariantCulture));

        Assert.Equal(hmac, Convert.ToHexStringLower(mac));
        Assert.Equal(hotp, CodeText.Format(Hotp.Truncate(mac, mac.Length, 6), 6));
        Assert.Equal(truncated.PadLeft(8, '0')[^8..], CodeText.Format(Hotp.Truncate(mac, mac.Length, 8), 8));
    }

    // RFC 4226, section 5.4.
    [Theory]
    [InlineData(6, 872921)]
    [InlineData(7, 7872921)]
    [InlineData(8, 57872921)]
    public void Truncate_TheStandardsExample_GivesItsCode(int digits, int code)
    {
        byte[] mac = Convert.FromHexString("1f8698690e02ca16618550ef7f19da8e945b555a");

        Assert.Equal(code, Hotp.Truncate(mac, mac.Length, digits));
    }

    [Fact]
    public void Truncate_HighestBitSet_IsMaskedAway()
    {
        byte[] mac = [.. Enumerable.Repeat((byte)0xFF, 20)];

        Assert.Equal(int.MaxValue % 100_000_000, Hotp.Truncate(mac, mac.Length, 8));
    }

    [Fact]
    public void Truncate_MacLongerThanItsLength_TakesTheOffsetFromTheMacsLastByte()
    {
        byte[] room = new byte[64];
        room[31] = 0x0C;
        room[15] = 42;

        Assert.Equal(42, Hotp.Truncate(room, 32, 6));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(9)]
    public void Truncate_OtherThanSixToEightDigits_IsRefused(int digits)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Hotp.Truncate(new byte[20], 20, digits));
    }

    [FactNeeding(Oathtool.Name)]
    public void Truncate_RandomKeysAndCounters_AgreesWithOathtool()
    {
        const int Codes = 50;
        Gen<long> counters = Gen.Long[0, long.MaxValue - Codes];
        Gen.Select(Gen.Byte.Array[1, 128], counters, Gen.Int[6, 8]).ForAll(20, (key, counter, digits) =>
        {
            IEnumerable<string> ours = Enumerable.Range(0, Codes).Select(i =>
                CodeText.Format(Hotp.Truncate(CounterMac(key, counter + i), 20, digits), digits));

            Assert.Equal(Oathtool.Hotp(key, counter, Codes, digits), ours);
        });
    }

    private static byte[] CounterMac(byte[] key, long counter)
    {
        var hmac = new HmacSha1();
        hmac.SetKey(key, 0, key.Length);
        byte[] mac = new byte[hmac.HashLength];
        hmac.ComputeCounter(counter, mac);
        return mac;
    }
}
