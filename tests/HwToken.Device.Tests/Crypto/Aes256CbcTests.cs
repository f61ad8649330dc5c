using System.Security.Cryptography;
using HwToken.Device.Crypto;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.Crypto;

public class Aes256CbcTests
{
    private readonly Aes256Cbc _aes = new();

    /// <summary>FIPS 197 appendix C.3: one block, which with a vector of zeros is CBC's first.</summary>
    [Fact]
    public void Encrypt_Fips197Vector_Agrees() => AssertVector(
        "00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F 10 11 12 13 14 15 16 17 18 19 1A 1B 1C 1D 1E 1F",
        "00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00",
        "00 11 22 33 44 55 66 77 88 99 AA BB CC DD EE FF",
        "8E A2 B7 CA 51 67 45 BF EA FC 49 90 4B 49 60 89");

    /// <summary>NIST SP 800-38A, F.2.5 and F.2.6: CBC-AES256, four blocks.</summary>
    [Fact]
    public void Encrypt_Sp80038aVector_Agrees() => AssertVector(
        "60 3D EB 10 15 CA 71 BE 2B 73 AE F0 85 7D 77 81 1F 35 2C 07 3B 61 08 D7 2D 98 10 A3 09 14 DF F4",
        "00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F",
        "6B C1 BE E2 2E 40 9F 96 E9 3D 7E 11 73 93 17 2A AE 2D 8A 57 1E 03 AC 9C 9E B7 6F AC 45 AF 8E 51 "
            + "30 C8 1C 46 A3 5C E4 11 E5 FB C1 19 1A 0A 52 EF F6 9F 24 45 DF 4F 9B 17 AD 2B 41 7B E6 6C 37 10",
        "F5 8C 4C 04 D6 E5 F1 BA 77 9E AB FB 5F 7B FB D6 9C FC 4E 96 7E DB 80 8D 67 9F 77 7B C6 70 2C 7D "
            + "39 F2 33 69 A9 D9 BA CF A5 30 E2 63 04 23 14 61 B2 EB 05 E2 C3 9B E9 FC DA 6C 19 07 8C 6A 9D 1B");

    [Fact]
    public void EncryptAndDecrypt_AnyKeyVectorAndLength_AgreeWithTheFramework()
    {
        var random = new Random(197);
        for (int i = 0; i < 2000; i++)
        {
            byte[] key = Bytes(random, 32);
            byte[] iv = Bytes(random, 16);
            byte[] text = Bytes(random, 16 * random.Next(1, 15));
            using Aes framework = Aes.Create();
            framework.Key = key;
            byte[] data = [1, 2, 3, .. text, 4];
            _aes.Encrypt(key, iv, data, 3, text.Length);
            Assert.Equal([1, 2, 3, .. framework.EncryptCbc(text, iv, PaddingMode.None), 4], data);
            _aes.Decrypt(key, iv, data, 3, text.Length);
            Assert.Equal([1, 2, 3, .. text, 4], data);
        }
    }

    [Fact]
    public void Decrypt_InTwoParts_WithTheCiphertextBetween_IsTheWhole()
    {
        byte[] key = TokenBench.KeyOf("key", 32);
        byte[] iv = TokenBench.KeyOf("iv", 16);
        byte[] text = TokenBench.KeyOf("text", 64);
        byte[] data = [.. text];
        _aes.Encrypt(key, iv, data, 0, 64);
        byte[] between = data[16..32];
        _aes.Decrypt(key, iv, data, 0, 32);
        _aes.Decrypt(key, between, data, 32, 32);
        Assert.Equal(text, data);
    }

    [Fact]
    public void Anything_Afterwards_NothingIsLeft()
    {
        byte[] data = TokenBench.KeyOf("text", 32);
        _aes.Encrypt(TokenBench.KeyOf("key", 32), new byte[16], data, 0, 32);
        _aes.Decrypt(TokenBench.KeyOf("key", 32), new byte[16], data, 0, 32);
        string[] fields = ["_schedule", "_state", "_next", "_chain", "_cipher"];
        Assert.All(fields, field => Assert.All(WordsOf(field), word => Assert.Equal(0u, word)));
    }

    private uint[] WordsOf(string field) => (uint[])typeof(Aes256Cbc)
        .GetField(field, System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
        .GetValue(_aes)!;

    private void AssertVector(string key, string iv, string plaintext, string ciphertext)
    {
        byte[] data = Hex.Bytes(plaintext);
        _aes.Encrypt(Hex.Bytes(key), Hex.Bytes(iv), data, 0, data.Length);
        Assert.Equal(Hex.Bytes(ciphertext), data);
        _aes.Decrypt(Hex.Bytes(key), Hex.Bytes(iv), data, 0, data.Length);
        Assert.Equal(Hex.Bytes(plaintext), data);
    }

    private static byte[] Bytes(Random random, int count)
    {
        byte[] bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
