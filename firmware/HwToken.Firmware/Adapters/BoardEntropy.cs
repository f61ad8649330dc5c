using System;
using HwToken.Core.Otp;
using HwToken.Device.Crypto;
using HwToken.Device.Ports;
using nanoFramework.Hardware.Esp32;

namespace HwToken.Firmware.Adapters;

/// <summary>Random bytes from all that this board has, mixed so that the best source decides.</summary>
/// <remarks>
/// What each source is worth:
/// <list type="bullet">
/// <item><c>Random</c> is the chip's generator, fresh for each call. Espressif vouches for it only while the radio or
/// the bootloader's noise source runs; the radio is off (<see cref="RadioSwitch"/>), so it counts as pseudo-random that
/// was started with some noise.</item>
/// <item>The microsecond timer around readings of the converter, and the converter's lowest bits: a bit or so each
/// [estimate, not measured].</item>
/// <item>The microsecond at which the program asks, which follows when the owner pressed: some ten bits against
/// somebody far away, none against somebody who watches.</item>
/// </list>
/// Together good for a serial number and for values that must not repeat by chance. The vault's keys are made of it too,
/// and the master key is mixed with the first account's key, which comes from outside: see Vault/FORMAT.md, "Keys". An
/// account's key itself is never made here; that would want a source that can be tested.
/// </remarks>
internal sealed class BoardEntropy : IEntropy
{
    private const int Rounds = 16;

    private readonly HmacDrbg _pool;
    private readonly PowerControl _power;
    private readonly Random _random = new();
    private readonly byte[] _material = new byte[HmacDrbg.MaxMaterial];

    /// <param name="hmac">Not shared: its key changes.</param>
    public BoardEntropy(IHmac hmac, PowerControl power)
    {
        _pool = new HmacDrbg(hmac);
        _power = power;
    }

    public void Fill(byte[] buffer, int count)
    {
        _random.NextBytes(_material);
        _pool.Mix(_material, _material.Length);
        for (int round = 0; round < Rounds; round++)
        {
            // Two bytes of the converter and two of the time that reading it took, over and over.
            int reading = _power.ReadConverter();
            ulong now = HighResTimer.GetCurrent();
            int at = round * 4;
            _material[at] = (byte)reading;
            _material[at + 1] = (byte)(reading >> 8);
            _material[at + 2] = (byte)now;
            _material[at + 3] = (byte)(now >> 8);
        }

        _pool.Mix(_material, _material.Length);
        Array.Clear(_material, 0, _material.Length);
        _pool.Generate(buffer, count);
    }
}
