using HwToken.Client.Audit;

namespace HwToken.Client.Tests.Audit;

public class HostHmacSha256Tests
{
    [Fact]
    public void Compute_Rfc4231Case2_IsItsMac()
    {
        var hmac = new HostHmacSha256();
        hmac.SetKey("Jefe"u8.ToArray(), 0, 4);
        byte[] message = "what do ya want for nothing?"u8.ToArray();
        byte[] mac = new byte[hmac.HashLength];
        hmac.Compute(message, 0, message.Length, mac);
        Assert.Equal("5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843", Convert.ToHexString(mac));
    }

    [Fact]
    public void Compute_NoKeyOrCleared_Throws()
    {
        var hmac = new HostHmacSha256();
        Assert.Throws<InvalidOperationException>(() => hmac.Compute([], 0, 0, new byte[32]));
        hmac.SetKey([1], 0, 1);
        hmac.Clear();
        Assert.Throws<InvalidOperationException>(() => hmac.ComputeCounter(1, new byte[32]));
    }
}
