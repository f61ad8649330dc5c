using System.Globalization;
using CsCheck;
using HwToken.Core.Otp;
using HwToken.TestKit.Otp;
using HwToken.Virtual;
using OtpNet;
using Totp = HwToken.Core.Otp.Totp;

namespace HwToken.Core.Tests.Otp;

public sealed class TotpTests
{
    // 2106-02-07, past the last second that fits 32 bits.
    private const long LatestTime = 1L << 32;

    private static readonly Gen<byte[]> Keys = Gen.Byte.Array[1, 128];
    private static readonly Gen<long> Times = Gen.Long[0, LatestTime];

    public static IEnumerable<object[]> Vectors => VectorFile.Rows("totp.txt", "mode", "key", "time", "step", "totp");

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Compute_PublishedTime_GivesPublishedCode(string mode, string key, string time, string step, string totp)
    {
        OtpAlgorithm algorithm = mode == "SHA1" ? OtpAlgorithm.HmacSha1 : OtpAlgorithm.HmacSha256;
        var codes = new Totp(WithKey(Convert.FromHexString(key), algorithm), digits: 8);

        long timeStep = codes.TimeStep(long.Parse(time, CultureInfo.InvariantCulture));

        Assert.Equal(long.Parse(step, NumberStyles.HexNumber, CultureInfo.InvariantCulture), timeStep);
        Assert.Equal(totp, CodeText.Format(codes.Compute(timeStep), 8));
    }

    [Theory]
    [InlineData(OtpAlgorithm.HmacSha1, OtpHashMode.Sha1)]
    [InlineData(OtpAlgorithm.HmacSha256, OtpHashMode.Sha256)]
    public void Compute_RandomKeysTimesAndDigits_AgreesWithOtpNet(OtpAlgorithm algorithm, OtpHashMode mode)
    {
        Gen.Select(Keys, Times, Gen.Int[6, 8], Gen.Int[1, 3600]).ForAll(1000, (key, time, digits, period) =>
        {
            var codes = new Totp(WithKey(key, algorithm), digits, period);
            var otpNet = new OtpNet.Totp(key, period, mode, digits);

            string ours = CodeText.Format(codes.Compute(codes.TimeStep(time)), digits);

            Assert.Equal(otpNet.ComputeTotp(DateTime.UnixEpoch.AddSeconds(time)), ours);
        });
    }

    [TheoryNeeding(Oathtool.Name)]
    [InlineData(OtpAlgorithm.HmacSha1)]
    [InlineData(OtpAlgorithm.HmacSha256)]
    public void Compute_RandomKeysTimesPeriodsAndT0_AgreesWithOathtool(OtpAlgorithm algorithm)
    {
        const int Codes = 100;
        Gen.Select(Keys, Times, Gen.Int[6, 8], Gen.Int[1, 3600], Times).ForAll(50, (key, time, digits, period, t0) =>
        {
            time = Math.Max(time, t0);
            var codes = new Totp(WithKey(key, algorithm), digits, period, t0);

            long step = codes.TimeStep(time);
            IEnumerable<string> ours = Enumerable.Range(0, Codes)
                .Select(i => CodeText.Format(codes.Compute(step + i), digits));

            Assert.Equal(Oathtool.Totp(key, time, Codes, digits, period, t0, algorithm), ours);
        });
    }

    // Around the ends of 31 and 32 bits of seconds, and days that calendars trip over: time steps have no calendar.
    [TheoryNeeding(Oathtool.Name)]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("2024-02-29T00:00:00Z")]
    [InlineData("2038-01-19T03:14:07Z")]
    [InlineData("2100-02-28T23:59:45Z")]
    [InlineData("2105-12-31T23:59:45Z")]
    [InlineData("2106-02-07T06:28:15Z")]
    public void Compute_EveryStepOfAnHourFromThisTime_AgreesWithOathtool(string start)
    {
        const int Codes = 120;
        byte[] key = "12345678901234567890"u8.ToArray();
        long time = DateTimeOffset.Parse(start, CultureInfo.InvariantCulture).ToUnixTimeSeconds();
        var codes = new Totp(WithKey(key));

        IEnumerable<string> ours = Enumerable.Range(0, Codes)
            .Select(i => CodeText.Format(codes.Compute(codes.TimeStep(time + (i * 30))), 6));

        Assert.Equal(Oathtool.Totp(key, time, Codes), ours);
    }

    [Theory]
    [InlineData(30, 0, 0, 0, 30)]
    [InlineData(30, 0, 29, 0, 1)]
    [InlineData(30, 0, 30, 1, 30)]
    [InlineData(30, 10, 10, 0, 30)]
    [InlineData(30, 10, 39, 0, 1)]
    [InlineData(30, -15, 0, 0, 15)]
    [InlineData(1, 0, 5, 5, 1)]
    [InlineData(60, 0, 0xFF_FFFF_FFFF, 18325193796, 45)]
    public void TimeStep_AtATime_CountsWholePeriodsSinceT0(int period, long t0, long time, long step, int secondsLeft)
    {
        var codes = new Totp(new HmacSha1(), periodSeconds: period, t0: t0);

        Assert.Equal(step, codes.TimeStep(time));
        Assert.Equal(secondsLeft, codes.SecondsLeft(time));
    }

    [Fact]
    public void TimeStep_BeforeT0_IsRefusedClearly()
    {
        var codes = new Totp(new HmacSha1(), t0: 1000);

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => codes.TimeStep(999));
        Assert.Contains("before T0", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => codes.SecondsLeft(999));
    }

    [Fact]
    public void Compute_NegativeTimeStep_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Totp(WithKey([1])).Compute(-1));
    }

    [Theory]
    [InlineData(5, 30)]
    [InlineData(9, 30)]
    [InlineData(6, 0)]
    [InlineData(6, -1)]
    public void Totp_DigitsOrPeriodOutOfRange_IsRefused(int digits, int period)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Totp(new HmacSha1(), digits, period));
    }

    [Fact]
    public void Compute_KeyChangedInTheHmac_UsesTheNewKey()
    {
        HmacSha1 hmac = new();
        hmac.SetKey([1], 0, 1);
        var codes = new Totp(hmac);
        codes.Compute(1);

        hmac.SetKey([2], 0, 1);

        Assert.Equal(new Totp(WithKey([2])).Compute(1), codes.Compute(1));
    }

    [Fact]
    public void Compute_Warm_AllocatesNothing()
    {
        var codes = new Totp(WithKey(new byte[40]));

        long allocated = Allocations.Of(() =>
        {
            for (long time = 0; time < 30_000; time += 30)
            {
                codes.Compute(codes.TimeStep(time));
                codes.SecondsLeft(time);
            }
        });

        Assert.Equal(0, allocated);
    }

    [Fact]
    public void Clear_AfterACode_LeavesAnObjectLikeNew()
    {
        var codes = new Totp(WithKey([1, 2, 3]));
        codes.Compute(1);

        codes.Clear();

        Assert.Equal(ObjectState.Describe(new Totp(new HmacSha1())), ObjectState.Describe(codes));
    }

    private static IHmac WithKey(byte[] key, OtpAlgorithm algorithm = OtpAlgorithm.HmacSha1)
    {
        IHmac hmac = algorithm == OtpAlgorithm.HmacSha1 ? new HmacSha1() : new PlatformHmacSha256();
        hmac.SetKey(key, 0, key.Length);
        return hmac;
    }
}
