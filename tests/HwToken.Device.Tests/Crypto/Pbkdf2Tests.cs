using System.Security.Cryptography;
using System.Text;
using HwToken.Device.Crypto;
using HwToken.TestKit.Device;
using HwToken.Virtual;

namespace HwToken.Device.Tests.Crypto;

public class Pbkdf2Tests
{
    /// <summary>RFC 7914 section 11: the first 32 of its 64 bytes are the first block.</summary>
    [Theory]
    [InlineData("passwd", "salt", 1, "55 AC 04 6E 56 E3 08 9F EC 16 91 C2 25 44 B6 05 F9 41 85 21 6D DE 04 65 E6 8B 9D 57 C2 0D AC BC")]
    [InlineData("Password", "NaCl", 80000, "4D DC D8 F6 0B 98 BE 21 83 0C EE 5E F2 27 01 F9 64 1A 44 18 D0 4C 04 14 AE FF 08 87 6B 34 AB 56")]
    public void Run_PublishedVector_Agrees(string password, string salt, int rounds, string expected)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(password);
        Assert.Equal(Hex.Bytes(expected), Compute(bytes, Encoding.ASCII.GetBytes(salt), rounds, rounds));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Run_InPortions_AgreesWithTheFramework(int portion)
    {
        byte[] salt = [.. Enumerable.Range(0, 16).Select(i => (byte)(i * 11))];
        Assert.Equal(
            Rfc2898DeriveBytes.Pbkdf2("271828"u8, salt, 1000, HashAlgorithmName.SHA256, 32),
            Compute([.. "271828"u8], salt, 1000, portion));
    }

    [Fact]
    public void Take_Result_IsForgotten()
    {
        byte[] derived = new byte[32];
        var kdf = new Pbkdf2(new PlatformHmacSha256(), 16);
        kdf.Begin(new byte[16]);
        kdf.Run([.. "271828"u8], 6, 100);
        kdf.Take(derived);
        Assert.Equal(0, kdf.Rounds);
        Assert.Empty(SecretSearch.Find(kdf, derived));
        Assert.Empty(SecretSearch.Find(kdf, "271828"u8));
    }

    private static byte[] Compute(byte[] password, byte[] salt, int rounds, int portion)
    {
        byte[] derived = new byte[32];
        var kdf = new Pbkdf2(new PlatformHmacSha256(), salt.Length);
        kdf.Begin(salt);
        while (kdf.Rounds < rounds)
        {
            kdf.Run(password, password.Length, Math.Min(portion, rounds - kdf.Rounds));
        }

        kdf.Take(derived);
        return derived;
    }
}
