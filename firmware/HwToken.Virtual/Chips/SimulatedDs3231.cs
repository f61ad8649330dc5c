using HwToken.Device.Ports;

namespace HwToken.Virtual.Chips;

/// <summary>The register file of a DS3231 that counts, after datasheet 19-5170, "Clock and Calendar" and Figure 1.</summary>
/// <remarks>
/// It simulates: the time in 12-hour and 24-hour mode with the chip's own calendar (every fourth year is a leap year,
/// the century bit toggles when the years go from 99 to 00), the second that begins anew when register 00 is written,
/// the oscillator-stop flag, the bits that cannot be written, the pointer that wraps from 12h to 00h, and an
/// oscillator that runs fast or slow.
/// It does not simulate: alarms and outputs, loss of VCC with the cell in place (so EOSC has no effect), the aging
/// offset's effect, temperature (25 degrees C, always) and its effect, the time that the oscillator takes to start,
/// and what registers hold that have been written with illogical values: that is undefined, and refused here.
/// It shares no code with the driver: each is written from the datasheet, and their tests check one against the other.
/// </remarks>
public sealed class SimulatedDs3231 : IClockChip
{
    private const int RegisterCount = 0x13;
    private const int StatusRegister = 0x0F;
    private const byte StopFlag = 0x80;

    /// <summary>The bits that can be written, register by register; what is not there reads as 0.</summary>
    private static readonly byte[] Writable =
    [
        0x7F, 0x7F, 0x7F, 0x07, 0x3F, 0x9F, 0xFF, // time: kept by the counter
        0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, // alarms
        0xDF, 0x08, 0xFF, 0x00, 0x00, // control without CONV, status, aging offset, temperature
    ];

    private readonly TimeProvider _time;
    private readonly double _driftPpm;
    private readonly Lock _lock = new();
    private readonly byte[] _registers = new byte[RegisterCount];
    private readonly Ds3231Counter _counter = new();

    /// <summary>When the first second of the count began, by the crystal's time source.</summary>
    private long _origin;

    /// <summary>Seconds since then that the counter has counted.</summary>
    private long _counted;

    /// <summary>
    /// A chip that gets power for the first time: the flag is set. Its time is then undefined; here it is the beginning
    /// of the year 00.
    /// </summary>
    /// <param name="time">What its crystal follows: the monotonic timestamp, not the wall clock.</param>
    /// <param name="driftPpm">How much faster it runs, in parts per million.</param>
    public SimulatedDs3231(TimeProvider time, double driftPpm = 0)
    {
        _time = time;
        _driftPpm = driftPpm;
        LosePower();
    }

    /// <summary>False: it does not acknowledge its address.</summary>
    public bool Answers { get; set; } = true;

    /// <summary>Makes it a chip that was set correctly some time ago, has run ever since, and shows this time now.</summary>
    /// <param name="utc">From 1970 on. Its fraction of a second counts.</param>
    public void StartAt(DateTimeOffset utc)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(utc, DateTimeOffset.UnixEpoch);
        lock (_lock)
        {
            TimeSpan since = utc - DateTimeOffset.UnixEpoch;
            long fraction = since.Ticks % TimeSpan.TicksPerSecond;
            _counter.ResetTo1970();
            _counter.Advance(since.Ticks / TimeSpan.TicksPerSecond);
            _counted = 0;
            _origin = _time.GetTimestamp() - (long)(fraction * ((double)_time.TimestampFrequency / TimeSpan.TicksPerSecond));
            _registers[StatusRegister] = 0;
        }
    }

    /// <summary>Its cell is taken out and put back: the oscillator-stop flag is set, the time begins again.</summary>
    public void LosePower()
    {
        lock (_lock)
        {
            Array.Clear(_registers);
            _registers[0x0E] = 0x1C; // RS2, RS1, INTCN
            _registers[StatusRegister] = 0x88; // OSF, EN32kHz
            _registers[0x11] = 25;
            _counter.ResetTo2000();
            RestartSecond();
        }
    }

    public bool Read(int register, byte[] buffer, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)register, (uint)RegisterCount, nameof(register));
        lock (_lock)
        {
            if (!Answers)
            {
                return false;
            }

            CatchUp();
            for (int i = 0; i < count; i++)
            {
                int at = (register + i) % RegisterCount;
                buffer[i] = at < Ds3231Counter.RegisterCount ? _counter.Read(at) : _registers[at];
            }

            return true;
        }
    }

    public bool Write(int register, byte[] buffer, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)register, (uint)RegisterCount, nameof(register));
        lock (_lock)
        {
            if (!Answers)
            {
                return false;
            }

            CatchUp();
            for (int i = 0; i < count; i++)
            {
                int at = (register + i) % RegisterCount;
                WriteOne(at, buffer[i]);
            }

            return true;
        }
    }

    private void WriteOne(int register, byte value)
    {
        byte mask = Writable[register];
        if (register < Ds3231Counter.RegisterCount)
        {
            _counter.Write(register, (byte)(value & mask));
            if (register == 0)
            {
                RestartSecond();
            }

            return;
        }

        byte old = _registers[register];
        int written = (old & ~mask) | (value & mask);
        if (register == StatusRegister)
        {
            // The flags (OSF, A2F, A1F) can be cleared and not set.
            const int Flags = StopFlag | 0x03;
            written = (written & ~Flags) | (old & value & Flags);
        }

        _registers[register] = (byte)written;
    }

    private void RestartSecond()
    {
        _origin = _time.GetTimestamp();
        _counted = 0;
    }

    private void CatchUp()
    {
        long ticks = _time.GetElapsedTime(_origin).Ticks;
        ticks += (long)(ticks * (_driftPpm / 1e6));
        long seconds = ticks / TimeSpan.TicksPerSecond;
        if (seconds > _counted)
        {
            _counter.Advance(seconds - _counted);
            _counted = seconds;
        }
    }
}
