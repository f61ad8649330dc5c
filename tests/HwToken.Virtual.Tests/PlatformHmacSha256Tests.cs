namespace HwToken.Virtual.Tests;

public class PlatformHmacSha256Tests
{
    private readonly PlatformHmacSha256 _hmac = new();
    private readonly byte[] _mac = new byte[32];

    [Fact]
    public void Compute_Rfc4231TestCase2_IsItsMac()
    {
        _hmac.SetKey([.. "-Jefe-"u8], 1, 4);
        byte[] data = [.. "what do ya want for nothing?"u8];

        _hmac.Compute(data, 0, data.Length, _mac);

        Assert.Equal("5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843", Convert.ToHexString(_mac));
    }

    [Fact]
    public void ComputeCounter_AnyNumber_IsTheMacOfItsEightBytesBigEndian()
    {
        _hmac.SetKey([1, 2, 3], 0, 3);
        _hmac.ComputeCounter(0x0102030405060708, _mac);
        byte[] expected = new byte[32];

        _hmac.Compute([1, 2, 3, 4, 5, 6, 7, 8], 0, 8, expected);

        Assert.Equal(expected, _mac);
    }

    [Fact]
    public void SetKey_CallerClearsItsArray_KeepsItsOwn()
    {
        byte[] key = [1, 2, 3];
        _hmac.SetKey(key, 0, 3);
        _hmac.ComputeCounter(1, _mac);
        byte[] before = [.. _mac];

        Array.Clear(key);
        _hmac.ComputeCounter(1, _mac);

        Assert.Equal(before, _mac);
    }

    [Fact]
    public void Compute_AfterClear_HasNoKey()
    {
        _hmac.SetKey([1], 0, 1);

        _hmac.Clear();

        Assert.Throws<InvalidOperationException>(() => _hmac.ComputeCounter(1, _mac));
    }

    [Fact]
    public void HashLength_OfSha256_Is32() => Assert.Equal(32, _hmac.HashLength);
}
