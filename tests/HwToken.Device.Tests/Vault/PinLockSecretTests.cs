using System.Security.Cryptography;
using System.Text;
using HwToken.Core.Protocol;
using HwToken.Device.Vault;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.Vault;

/// <summary>What of a PIN and of the keys is still in memory, and when.</summary>
public class PinLockSecretTests
{
    private const string Pin = "258013";
    private const string Wrong = "258014";

    private readonly MemoryStorage _storage = new();

    [Fact]
    public void Secrets_AfterEveryOperation_AreGone()
    {
        var bench = new PinBench(_storage);
        bench.Set(Pin);
        AssertGone(bench, Pin);
        bench.Try(Wrong);
        AssertGone(bench, Wrong);
        bench.Lock.TryCheck(PinBench.Digits(Pin), Pin.Length, bench.NowMs + 60_000);
        bench.Lock.Step(bench.NowMs);
        Assert.NotEmpty(Found(bench, Encoding.ASCII.GetBytes(Pin)));
        bench.Lock.Cancel(bench.NowMs);
        AssertGone(bench, Pin);
        Assert.Equal(Status.Ok, bench.Try(Pin));
        AssertGone(bench, Pin);
        bench.Lock.Lock();
        AssertGone(bench, Pin);
    }

    [Fact]
    public void Keys_Locked_AreGone()
    {
        var bench = new PinBench(_storage);
        bench.Set(Pin);
        byte[] wrapping = WrappingKey(bench);
        byte[] master = MasterKey(bench, wrapping);
        Assert.NotEmpty(Found(bench, wrapping));
        Assert.Empty(Found(bench, master));
        bench.Lock.Lock();
        Assert.Empty(Found(bench, wrapping));
        bench.Try(Wrong);
        Assert.Empty(Found(bench, wrapping));
        Assert.Empty(Found(bench, master));
    }

    private static void AssertGone(PinBench bench, string pin)
    {
        Assert.Empty(Found(bench, Encoding.ASCII.GetBytes(pin)));
        Assert.Empty(Found(bench, PinBench.Digits(pin)));
        Assert.Empty(Found(bench, PinKey(bench, pin)));
    }

    private static IReadOnlyList<string> Found(PinBench bench, byte[] secret) => SecretSearch.Find(bench, secret);

    private static byte[] PinKey(PinBench bench, string pin) => Rfc2898DeriveBytes.Pbkdf2(
        Encoding.ASCII.GetBytes(pin),
        bench.Vault.State.KeySlot.Salt,
        bench.Vault.State.KeySlot.Rounds,
        HashAlgorithmName.SHA256,
        KeyDerivation.KeyLength);

    private static byte[] WrappingKey(PinBench bench)
    {
        byte[] wrapping = new byte[KeyDerivation.KeyLength];
        Derive(DeviceKey(bench), KeyPurpose.Wrapping, PinKey(bench, Pin)).CopyTo(wrapping, 0);
        return wrapping;
    }

    private static byte[] DeviceKey(PinBench bench)
    {
        byte[] secret = bench.Vault.State.Identity.Secret;
        return Derive(secret, KeyPurpose.Device, []);
    }

    /// <summary>RFC 5869 section 2.3, by the platform.</summary>
    private static byte[] Derive(byte[] key, KeyPurpose purpose, byte[] context) => HKDF.Expand(
        HashAlgorithmName.SHA256, key, KeyDerivation.KeyLength, [.. "HwToken vault"u8, (byte)purpose, .. context]);

    private static byte[] MasterKey(PinBench bench, byte[] wrapping)
    {
        byte[] master = new byte[KeyDerivation.KeyLength];
        Assert.True(bench.Vault.State.KeySlot.TryUnwrap(wrapping, master));
        return master;
    }
}
