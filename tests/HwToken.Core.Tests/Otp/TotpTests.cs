using System.Globalization;
using HwToken.Core.Otp;
using HwToken.TestKit.Otp;

namespace HwToken.Core.Tests.Otp;

public sealed class TotpTests
{
    public static IEnumerable<object[]> Vectors => VectorFile.Rows("totp.txt", "mode", "key", "time", "step", "totp");

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Compute_PublishedTime_GivesPublishedCode(string mode, string key, string time, string step, string totp)
    {
        IHmac hmac = mode == "SHA1" ? new HmacSha1() : new PlatformHmacSha256();
        hmac.SetKey(Convert.FromHexString(key), 0, key.Length / 2);
        var codes = new Totp(hmac, digits: 8);

        long timeStep = codes.TimeStep(long.Parse(time, CultureInfo.InvariantCulture));

        Assert.Equal(long.Parse(step, NumberStyles.HexNumber, CultureInfo.InvariantCulture), timeStep);
        Assert.Equal(totp, CodeText.Format(codes.Compute(timeStep), 8));
    }
}
