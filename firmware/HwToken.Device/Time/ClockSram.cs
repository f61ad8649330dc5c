using System;
using HwToken.Device.Ports;

namespace HwToken.Device.Time;

/// <summary>The DS3232's SRAM, registers 14h to FFh, which its cell keeps, and which is gone with it.</summary>
/// <remarks>
/// A DS3231 has none, and is otherwise the same chip. To tell them apart, <see cref="Detect"/> writes to the last byte,
/// FFh, and reads it back: that byte is set apart for this, so that a power cut in between costs nothing. What a DS3231
/// does with addresses past its 12h, its datasheet does not say; it has no memory there, and whatever it returns does
/// not follow two opposite patterns. If a chip took FFh for one of its own registers, by leaving out upper bits of the
/// address or by counting on from 12h to 00h, that would be 1Fh, where there is none, or 08h, an alarm's; no alarm is
/// used here.
/// </remarks>
public sealed class ClockSram : IBatteryMemory
{
    /// <summary>Bytes that can be used: all 236 but the last.</summary>
    public const int Length = ProbeRegister - FirstRegister;

    private const int FirstRegister = 0x14;
    private const int ProbeRegister = 0xFF;

    // Neither is what a bus without an answer reads as, nor is the one's complement the same byte.
    private const byte Pattern = 0x5A;
    private const byte Complement = 0xA5;

    private readonly IClockChip _chip;
    private readonly byte[] _byte = new byte[1];

    public ClockSram(IClockChip chip)
    {
        _chip = chip;
    }

    /// <summary>Finds out whether the chip has this memory. Changes nothing.</summary>
    /// <returns>False if it has none or did not answer.</returns>
    public bool Detect()
    {
        if (!_chip.Read(ProbeRegister, _byte, 1))
        {
            return false;
        }

        byte before = _byte[0];
        bool keeps = Keeps(Pattern) && Keeps(Complement);
        _byte[0] = before;
        return _chip.Write(ProbeRegister, _byte, 1) && keeps;
    }

    /// <param name="address">0 to <see cref="Length"/> - 1.</param>
    /// <returns>False if the chip did not answer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The bytes lie outside the memory.</exception>
    public bool Read(int address, byte[] buffer, int count)
    {
        RequireInside(address, count);
        return _chip.Read(FirstRegister + address, buffer, count);
    }

    /// <param name="address">0 to <see cref="Length"/> - 1.</param>
    /// <returns>False if the chip did not answer; how much of it was written is not known then.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The bytes lie outside the memory.</exception>
    public bool Write(int address, byte[] buffer, int count)
    {
        RequireInside(address, count);
        return _chip.Write(FirstRegister + address, buffer, count);
    }

    private bool Keeps(byte pattern)
    {
        _byte[0] = pattern;
        bool written = _chip.Write(ProbeRegister, _byte, 1);
        _byte[0] = 0;
        return written && _chip.Read(ProbeRegister, _byte, 1) && _byte[0] == pattern;
    }

    private static void RequireInside(int address, int count)
    {
        // Past the last register the chip would go on at its seconds.
        if (address < 0 || count < 1 || address > Length - count)
        {
            throw new ArgumentOutOfRangeException(nameof(address), "the bytes lie outside the clock chip's SRAM");
        }
    }
}
