using System.Security.Cryptography;
using HwToken.Device.Vault;
using HwToken.Virtual;

namespace HwToken.Device.Tests.Vault;

public class KeyDerivationTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private readonly KeyDerivation _kdf = new(new PlatformHmacSha256());

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(32)]
    [InlineData(KeyDerivation.MaxContext)]
    public void Derive_AnyContext_IsHkdfExpand(int contextLength)
    {
        byte[] context = [.. Enumerable.Range(7, contextLength).Select(i => (byte)i)];
        byte[] derived = new byte[32];
        _kdf.Derive(Key, KeyPurpose.Wrapping, context, contextLength, derived);

        byte[] info = [.. "HwToken vault"u8, (byte)KeyPurpose.Wrapping, .. context];
        Assert.Equal(HKDF.Expand(HashAlgorithmName.SHA256, Key, 32, info), derived);
    }

    [Fact]
    public void Derive_EachPurpose_IsAnotherKey()
    {
        var keys = new HashSet<string>();
        foreach (KeyPurpose purpose in Enum.GetValues<KeyPurpose>())
        {
            byte[] derived = new byte[32];
            _kdf.Derive(Key, purpose, derived);
            Assert.True(keys.Add(Convert.ToHexString(derived)), $"{purpose} repeats a key");
        }
    }

    [Fact]
    public void Derive_IntoTheKeyItself_GivesTheSame()
    {
        byte[] derived = new byte[32];
        byte[] inPlace = [.. Key];
        _kdf.Derive(Key, KeyPurpose.Device, derived);
        _kdf.Derive(inPlace, KeyPurpose.Device, inPlace);
        Assert.Equal(derived, inPlace);
    }
}
