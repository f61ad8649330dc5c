using System;
using System.Security.Cryptography;
using HwToken.Core.Otp;

namespace HwToken.Firmware.Adapters;

/// <summary>The image's own HMAC-SHA256, which is Mbed TLS.</summary>
/// <remarks>
/// It takes whole arrays, and makes one for each result. A counter's message has an array of its own here; other
/// messages are copied, and copy and result are cleared after use.
/// </remarks>
internal sealed class NativeHmacSha256 : IHmac
{
    private const int Length = 32;

    private readonly byte[] _counter = new byte[8];
    private byte[] _key;

    public int HashLength => Length;

    public void SetKey(byte[] key, int offset, int count)
    {
        if (_key == null || _key.Length != count)
        {
            Clear();
            _key = new byte[count];
        }

        Array.Copy(key, offset, _key, 0, count);
    }

    public void Compute(byte[] data, int offset, int count, byte[] mac)
    {
        byte[] message = new byte[count];
        Array.Copy(data, offset, message, 0, count);
        Compute(message, mac);
        Array.Clear(message, 0, count);
    }

    public void ComputeCounter(long counter, byte[] mac)
    {
        for (int i = _counter.Length - 1; i >= 0; i--)
        {
            _counter[i] = (byte)counter;
            counter >>= 8;
        }

        Compute(_counter, mac);
    }

    public void Clear()
    {
        if (_key != null)
        {
            Array.Clear(_key, 0, _key.Length);
            _key = null;
        }
    }

    private void Compute(byte[] message, byte[] mac)
    {
        if (_key == null)
        {
            throw new InvalidOperationException("no key was set");
        }

        byte[] hash = HMACSHA256.HashData(_key, message);
        Array.Copy(hash, 0, mac, 0, Length);
        Array.Clear(hash, 0, Length);
    }
}
