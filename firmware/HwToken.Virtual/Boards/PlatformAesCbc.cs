using System.Security.Cryptography;
using HwToken.Device.Ports;

namespace HwToken.Virtual.Boards;

/// <summary>.NET's AES, in the place of the chip's.</summary>
public sealed class PlatformAesCbc : IAesCbc
{
    public void Encrypt(byte[] key, byte[] iv, byte[] data, int offset, int count)
    {
        using Aes aes = Aes.Create();
        aes.Key = key;
        Span<byte> text = data.AsSpan(offset, count);
        aes.EncryptCbc(text, iv, text, PaddingMode.None);
    }

    public void Decrypt(byte[] key, byte[] iv, byte[] data, int offset, int count)
    {
        using Aes aes = Aes.Create();
        aes.Key = key;
        Span<byte> text = data.AsSpan(offset, count);
        aes.DecryptCbc(text, iv, text, PaddingMode.None);
    }
}
