using HwToken.LocalAws.Accounts;
using HwToken.LocalAws.Tests.Support;

namespace HwToken.LocalAws.Tests.Accounts;

/// <summary>What the actions do with a device stands in their tests; here is what they cannot reach.</summary>
public class MfaDeviceTests
{
    // RFC 6238, appendix B: key "12345678901234567890"; the last six of its eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void TryUse_PublishedCode_IsAccepted(long unixSeconds, string code) =>
        Assert.True(Device().TryUse(code, DateTimeOffset.FromUnixTimeSeconds(unixSeconds)));

    [Fact]
    public void TryUse_FirstStepOfTime_HasNoStepBefore()
    {
        MfaDevice device = Device();
        DateTimeOffset epoch = DateTimeOffset.UnixEpoch;

        // RFC 4226, appendix D: counter 0.
        Assert.True(device.TryUse("755224", epoch));
        Assert.False(device.TryUse("755224", epoch));
    }

    [Theory]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870822")]
    [InlineData("２８７０８２")]
    public void TryUse_OtherThanSixDigits_IsRefused(string code) =>
        Assert.False(Device().TryUse(code, DateTimeOffset.FromUnixTimeSeconds(59)));

    [Fact]
    public void TryUse_AllCodesOfADay_EachStepOnce()
    {
        MfaDevice device = new(Sample.AliceDevice, "12345678901234567890"u8.ToArray());
        DateTimeOffset start = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
        for (int seconds = 0; seconds < 86400; seconds += 30)
        {
            DateTimeOffset now = start.AddSeconds(seconds);
            string code = Codes.At(now, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
            Assert.True(device.TryUse(code, now));
            Assert.False(device.TryUse(code, now));
        }
    }

    [Fact]
    public void Constructor_Seed_IsCleared()
    {
        byte[] seed = "12345678901234567890"u8.ToArray();
        _ = new MfaDevice(Sample.AliceDevice, seed);
        Assert.All(seed, b => Assert.Equal(0, b));
    }

    private static MfaDevice Device() => new(Sample.AliceDevice, "12345678901234567890"u8.ToArray());
}
