using System.Security.Cryptography;
using HwToken.Device.Ports;

namespace HwToken.Virtual.Chips;

/// <summary>The register file of a DS3231 that counts, after datasheet 19-5170, "Clock and Calendar" and Figure 1.</summary>
/// <remarks>
/// It simulates: the time in 12-hour and 24-hour mode with the chip's own calendar (every fourth year is a leap year,
/// the century bit toggles when the years go from 99 to 00), the second that restarts when register 00 is written,
/// the oscillator-stop flag, the bits that cannot be written, the pointer that wraps from 12h to 00h, an oscillator
/// that runs fast or slow, temperature conversions (every 64 s, and by CONV) and the aging offset that they bring into
/// force. As a DS3232 it also has the SRAM from 14h to FFh, random at first and kept until <see cref="LosePower"/>; its
/// pointer wraps from FFh to 00h.
/// It does not simulate: alarms and outputs, loss of VCC with the cell in place (so EOSC has no effect, and the SRAM
/// just stays), the temperature's own effect on the oscillator, an offset's that differs from 0.1 ppm a step, BSY
/// during the conversions every 64 s, their other intervals on a DS3232 (CRATE), the time that the oscillator takes to
/// start, and what registers hold that have been written with illogical values: that is undefined, and refused here.
/// Assumed, since the datasheet says nothing of it: a DS3231 that is told an address past 12h acknowledges, keeps
/// nothing and reads as 00h; so does the DS3232's 13h; CONV cannot be taken back. A conversion every 64 s applies a
/// changed offset here also where the temperature is the same, which the chip does not promise.
/// It shares no code with the driver: each is written from the datasheet, and their tests check one against the other.
/// </remarks>
public sealed class SimulatedDs3231 : IClockChip
{
    private const int RegisterCount = 0x13;
    private const int FirstSramRegister = 0x14;
    private const int AddressCount = 0x100;
    private const int ControlRegister = 0x0E;
    private const int StatusRegister = 0x0F;
    private const int AgingRegister = 0x10;
    private const byte StopFlag = 0x80;

    /// <summary>The bits that can be written, register by register; what is not there reads as 0.</summary>
    private static readonly byte[] Writable =
    [
        0x7F, 0x7F, 0x7F, 0x07, 0x3F, 0x9F, 0xFF, // time: kept by the counter
        0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, // alarms
        0xDF, 0x08, 0xFF, 0x00, 0x00, // control without CONV, status, aging offset, temperature
    ];

    private readonly TimeProvider _time;
    private readonly bool _isDs3232;
    private readonly Lock _lock = new();
    private readonly byte[] _registers = new byte[RegisterCount];
    private readonly byte[] _sram = new byte[AddressCount - FirstSramRegister];
    private readonly Ds3231Counter _counter;
    private readonly Ds3231Oscillator _oscillator;
    private readonly Ds3231Conversions _conversions;

    /// <summary>
    /// A chip that gets power for the first time: the flag is set. Its time is then undefined; here it is the beginning
    /// of the year 00.
    /// </summary>
    /// <param name="time">What its crystal follows: the monotonic timestamp, not the wall clock.</param>
    /// <param name="driftPpm">How much faster it runs, in parts per million, while its aging offset is 0.</param>
    /// <param name="isDs3232">With SRAM.</param>
    public SimulatedDs3231(TimeProvider time, double driftPpm = 0, bool isDs3232 = false)
    {
        _time = time;
        _isDs3232 = isDs3232;
        _counter = new Ds3231Counter();
        _oscillator = new Ds3231Oscillator(time, driftPpm);
        _conversions = new Ds3231Conversions(time);
        LosePower();
    }

    private SimulatedDs3231(SimulatedDs3231 other, TimeProvider time)
    {
        _time = time;
        _isDs3232 = other._isDs3232;
        _counter = other._counter.Copy();
        _oscillator = other._oscillator.Copy(time);
        _conversions = other._conversions.Copy(time);
        other._registers.CopyTo(_registers, 0);
        other._sram.CopyTo(_sram, 0);
        Answers = other.Answers;
        QuarterDegrees = other.QuarterDegrees;
    }

    /// <summary>False: it does not acknowledge its address.</summary>
    public bool Answers { get; set; } = true;

    /// <summary>How warm it is, in quarters of a degree Celsius. Its registers show that after the next conversion.</summary>
    public int QuarterDegrees { get; set; } = 100;

    /// <summary>Makes it a chip that was set correctly some time ago, has run ever since, and shows this time now.</summary>
    /// <param name="utc">From 1970 on. Its fraction of a second counts.</param>
    public void StartAt(DateTimeOffset utc)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(utc, DateTimeOffset.UnixEpoch);
        lock (_lock)
        {
            TimeSpan since = utc - DateTimeOffset.UnixEpoch;
            _counter.ResetTo1970();
            _counter.Advance(since.Ticks / TimeSpan.TicksPerSecond);
            _oscillator.Restart(TimeSpan.FromTicks(since.Ticks % TimeSpan.TicksPerSecond));
            _registers[StatusRegister] = 0;
        }
    }

    /// <summary>Another chip in the same state, which goes on by itself.</summary>
    /// <param name="time">What its crystal follows: it says the same now, and may go on differently.</param>
    public SimulatedDs3231 Copy(TimeProvider time)
    {
        lock (_lock)
        {
            return new SimulatedDs3231(this, time);
        }
    }

    /// <summary>Its cell is taken out, without VCC, and put back: the flag is set, time and SRAM begin again.</summary>
    public void LosePower()
    {
        lock (_lock)
        {
            Array.Clear(_registers);
            _registers[ControlRegister] = 0x1C; // RS2, RS1, INTCN
            _registers[StatusRegister] = (byte)(_isDs3232 ? 0xC8 : 0x88); // OSF, EN32kHz, and BB32kHz on a DS3232
            _counter.ResetTo2000();
            _oscillator.AgingOffset = 0;
            _oscillator.Restart(TimeSpan.Zero);
            _conversions.Restart();
            Convert();
            RandomNumberGenerator.Fill(_sram);
        }
    }

    public bool Read(int register, byte[] buffer, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)register, (uint)AddressCount, nameof(register));
        lock (_lock)
        {
            if (!Answers)
            {
                return false;
            }

            CatchUp();
            int at = register;
            for (int i = 0; i < count; i++)
            {
                buffer[i] = ReadOne(at);
                at = Next(at);
            }

            return true;
        }
    }

    public bool Write(int register, byte[] buffer, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)register, (uint)AddressCount, nameof(register));
        lock (_lock)
        {
            if (!Answers)
            {
                return false;
            }

            CatchUp();
            int at = register;
            for (int i = 0; i < count; i++)
            {
                WriteOne(at, buffer[i]);
                at = Next(at);
            }

            return true;
        }
    }

    private int Next(int register)
    {
        int last = _isDs3232 ? AddressCount - 1 : RegisterCount - 1;
        return register == last ? 0 : (register + 1) % AddressCount;
    }

    private byte ReadOne(int register) => register switch
    {
        < Ds3231Counter.RegisterCount => _counter.Read(register),
        ControlRegister => (byte)(_registers[register] | (_conversions.IsAskedFor ? 0x20 : 0)),
        StatusRegister => (byte)(_registers[register] | (_conversions.IsBusy ? 0x04 : 0)),
        < RegisterCount => _registers[register],
        >= FirstSramRegister when _isDs3232 => _sram[register - FirstSramRegister],
        _ => 0,
    };

    private void WriteOne(int register, byte value)
    {
        if (register >= RegisterCount)
        {
            if (_isDs3232 && register >= FirstSramRegister)
            {
                _sram[register - FirstSramRegister] = value;
            }

            return;
        }

        int mask = Writable[register];
        if (register < Ds3231Counter.RegisterCount)
        {
            _counter.Write(register, (byte)(value & mask));
            if (register == 0)
            {
                _oscillator.Restart(TimeSpan.Zero);
            }

            return;
        }

        byte old = _registers[register];
        if (register == StatusRegister)
        {
            // The flags (OSF, A2F, A1F) can be cleared and not set.
            mask = (_isDs3232 ? mask | 0x70 : mask) | (~value & (StopFlag | 0x03));
        }
        else if (register == ControlRegister && (value & 0x20) != 0)
        {
            _conversions.Ask();
        }

        _registers[register] = (byte)((old & ~mask) | (value & mask));
    }

    private void CatchUp()
    {
        // Up to each conversion's end with the offset that was in force before.
        long now = _time.GetTimestamp();
        while (_conversions.TryEnd(now, out long endedAt))
        {
            _counter.Advance(_oscillator.SecondsUntil(endedAt));
            Convert();
        }

        _counter.Advance(_oscillator.SecondsUntil(now));
    }

    private void Convert()
    {
        _registers[0x11] = (byte)(QuarterDegrees >> 2);
        _registers[0x12] = (byte)((QuarterDegrees & 0x03) << 6);
        _oscillator.AgingOffset = (sbyte)_registers[AgingRegister];
    }
}
