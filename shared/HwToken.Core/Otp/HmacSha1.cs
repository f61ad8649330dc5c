// The keyed hash behind one-time passwords.
using System;

namespace HwToken.Core.Otp;

/// <summary>
/// A keyed hash (RFC 2104) that gives one-time passwords: HMAC-SHA1 of our own, HMAC-SHA256 from the platform.
/// </summary>
/// <remarks>Not for two threads at once: an implementation may keep its working state between calls.</remarks>
public interface IHmac
{
    /// <summary>Bytes of a MAC: 20 for SHA-1, 32 for SHA-256.</summary>
    int HashLength { get; }

    /// <summary>Takes a key of 1 to 128 bytes into use. The caller still owns, and clears, the array.</summary>
    void SetKey(byte[] key, int offset, int count);

    /// <summary>
    /// The MAC of any message, written to the first <see cref="HashLength"/> bytes of <paramref name="mac"/>.
    /// </summary>
    /// <exception cref="System.InvalidOperationException">There is no key.</exception>
    void Compute(byte[] data, int offset, int count, byte[] mac);

    /// <summary>The MAC of a counter as RFC 4226 section 5.1 writes it: 8 bytes, big-endian.</summary>
    /// <exception cref="System.InvalidOperationException">There is no key.</exception>
    void ComputeCounter(long counter, byte[] mac);

    /// <summary>Forgets the key: overwrites it and all that was derived from it.</summary>
    void Clear();
}

/// <summary>HMAC-SHA1 (RFC 2104) that remembers what the key does to both hashes.</summary>
/// <remarks>
/// Setting a key costs two compressions (and the key's own hash, where it is longer than a block); every counter after
/// that costs two and allocates nothing.
/// </remarks>
public sealed class HmacSha1 : IHmac
{
    // RFC 2104, section 2: ipad and opad, four bytes at a time.
    private const uint InnerPad = 0x36363636;
    private const uint OuterPad = 0x5C5C5C5C;

    private const int CounterWords = 2;

    // The chaining values after the blocks "key XOR ipad" and "key XOR opad" (RFC 2104, section 4).
    private readonly uint[] _inner = new uint[Sha1Compression.StateWords];
    private readonly uint[] _outer = new uint[Sha1Compression.StateWords];

    // The second and last block of either hash, its padding in place: a counter's, and the inner digest's.
    private readonly uint[] _counterBlock = SecondBlock(CounterWords);
    private readonly uint[] _digestBlock = SecondBlock(Sha1Compression.StateWords);

    private readonly uint[] _keyBlock = new uint[Sha1Compression.BlockWords];
    private readonly uint[] _state = new uint[Sha1Compression.StateWords];
    private readonly Sha1 _sha1 = new();
    private bool _hasKey;

    /// <inheritdoc/>
    public int HashLength => Sha1.DigestLength;

    /// <inheritdoc/>
    public void SetKey(byte[] key, int offset, int count)
    {
        if (count < 1 || offset < 0 || offset > key.Length - count)
        {
            throw new ArgumentOutOfRangeException(nameof(count), "the key is empty or lies outside its array");
        }

        if (count > Sha1.BlockLength)
        {
            Sha1.Start(_inner);
            _sha1.Finish(_inner, 0, key, offset, count);
            Array.Copy(_inner, _keyBlock, Sha1Compression.StateWords);
        }
        else
        {
            Sha1.Load(key, offset, count, _keyBlock);
        }

        CompressKey(_keyBlock, InnerPad, _inner);
        CompressKey(_keyBlock, InnerPad ^ OuterPad, _outer); // takes the inner pad off again
        _hasKey = true;
        Array.Clear(_keyBlock, 0, _keyBlock.Length);
        _sha1.Clear();
    }

    /// <inheritdoc/>
    public void Compute(byte[] data, int offset, int count, byte[] mac)
    {
        RequireKey();
        Array.Copy(_inner, _state, _state.Length);
        _sha1.Finish(_state, Sha1.BlockLength, data, offset, count);
        Array.Copy(_state, _digestBlock, _state.Length);
        FinishOuter(mac);
    }

    /// <inheritdoc/>
    public void ComputeCounter(long counter, byte[] mac)
    {
        RequireKey();
        _counterBlock[0] = (uint)(counter >> 32);
        _counterBlock[1] = (uint)counter;
        Sha1Compression.Compress(_inner, _counterBlock, _digestBlock);
        FinishOuter(mac);
    }

    /// <inheritdoc/>
    public void Clear()
    {
        _hasKey = false;
        _sha1.Clear();
        Array.Clear(_inner, 0, _inner.Length);
        Array.Clear(_outer, 0, _outer.Length);
        Array.Clear(_state, 0, _state.Length);
        Array.Clear(_counterBlock, 0, CounterWords);
        Array.Clear(_digestBlock, 0, Sha1Compression.StateWords);
    }

    private static uint[] SecondBlock(int messageWords)
    {
        uint[] block = new uint[Sha1Compression.BlockWords];
        block[messageWords] = 0x80000000;
        block[Sha1Compression.BlockWords - 1] = (uint)((Sha1.BlockLength + (messageWords << 2)) << 3);
        return block;
    }

    private static void CompressKey(uint[] keyBlock, uint pad, uint[] state)
    {
        for (int i = 0; i < Sha1Compression.BlockWords; i++)
        {
            keyBlock[i] ^= pad;
        }

        Sha1.Start(state);
        Sha1Compression.Compress(state, keyBlock, state);
    }

    private void FinishOuter(byte[] mac)
    {
        Sha1Compression.Compress(_outer, _digestBlock, _state);
        Sha1.WriteDigest(_state, mac);
    }

    private void RequireKey()
    {
        if (!_hasKey)
        {
            throw new InvalidOperationException("no key was set");
        }
    }
}
