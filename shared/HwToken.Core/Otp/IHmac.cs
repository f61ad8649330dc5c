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
