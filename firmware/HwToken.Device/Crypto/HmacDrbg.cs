using System;
using HwToken.Core.Otp;

namespace HwToken.Device.Crypto;

/// <summary>
/// HMAC_DRBG with SHA-256 (NIST SP 800-90A rev. 1, section 10.1.2): mixes whatever its sources give, so that the output
/// is as hard to guess as all of them together, and what was given out before cannot be computed from the state.
/// </summary>
/// <remarks>It adds nothing itself: before the first <see cref="Mix"/> its output is always the same.</remarks>
public sealed class HmacDrbg
{
    /// <summary>Bytes that one call of <see cref="Mix"/> takes at most.</summary>
    public const int MaxMaterial = 64;

    private const int StateLength = 32;

    private readonly IHmac _hmac;
    private readonly byte[] _key = new byte[StateLength];
    private readonly byte[] _value = new byte[StateLength];

    /// <summary>V || 00h or 01h || material (10.1.2.2).</summary>
    private readonly byte[] _message = new byte[StateLength + 1 + MaxMaterial];

    /// <param name="hmacSha256">Its key is another one after each call.</param>
    public HmacDrbg(IHmac hmacSha256)
    {
        _hmac = hmacSha256;
        for (int i = 0; i < StateLength; i++)
        {
            _value[i] = 0x01;
        }
    }

    /// <summary>Adds to what the output depends on: instantiates the first time (10.1.2.3), reseeds then (10.1.2.4).</summary>
    /// <param name="count">At most <see cref="MaxMaterial"/>.</param>
    public void Mix(byte[] material, int count)
    {
        Array.Copy(material, 0, _message, StateLength + 1, count);
        Update(count);
        Array.Clear(_message, 0, _message.Length);
    }

    /// <summary>10.1.2.5, without additional input.</summary>
    public void Generate(byte[] buffer, int count)
    {
        _hmac.SetKey(_key, 0, StateLength);
        for (int at = 0; at < count; at += StateLength)
        {
            _hmac.Compute(_value, 0, StateLength, _value);
            Array.Copy(_value, 0, buffer, at, count - at < StateLength ? count - at : StateLength);
        }

        Update(0);
        Array.Clear(_message, 0, _message.Length);
        _hmac.Clear();
    }

    private void Update(int count)
    {
        Update(0x00, count);
        if (count > 0)
        {
            Update(0x01, count);
        }

        _hmac.Clear();
    }

    private void Update(byte step, int count)
    {
        Array.Copy(_value, 0, _message, 0, StateLength);
        _message[StateLength] = step;
        _hmac.SetKey(_key, 0, StateLength);
        _hmac.Compute(_message, 0, StateLength + 1 + count, _key);
        _hmac.SetKey(_key, 0, StateLength);
        _hmac.Compute(_value, 0, StateLength, _value);
    }
}
