using System.Buffers.Binary;
using System.Security.Cryptography;
using HwToken.Core.Otp;

namespace HwToken.Virtual;

/// <summary>.NET's HMAC-SHA256, in the place of the chip's.</summary>
public sealed class PlatformHmacSha256 : IHmac
{
    private byte[] _key = [];

    public int HashLength => HMACSHA256.HashSizeInBytes;

    public void SetKey(byte[] key, int offset, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Clear();
        _key = key.AsSpan(offset, count).ToArray();
    }

    public void Compute(byte[] data, int offset, int count, byte[] mac) => Compute(data.AsSpan(offset, count), mac);

    public void ComputeCounter(long counter, byte[] mac)
    {
        Span<byte> message = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(message, counter);
        Compute(message, mac);
    }

    public void Clear()
    {
        CryptographicOperations.ZeroMemory(_key);
        _key = [];
    }

    private void Compute(ReadOnlySpan<byte> message, byte[] mac)
    {
        if (_key.Length == 0)
        {
            throw new InvalidOperationException("no key was set");
        }

        HMACSHA256.HashData(_key, message, mac);
    }
}
