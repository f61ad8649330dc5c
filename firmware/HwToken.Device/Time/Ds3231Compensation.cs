// The clock chip's temperature and aging offset.
using System;
using HwToken.Device.Ports;

namespace HwToken.Device.Time;

/// <summary>
/// How a DS3231 or DS3232 keeps its crystal's pace: the temperature that it measures, and the aging offset that trims
/// it.
/// </summary>
/// <remarks>
/// An offset comes into force with the next conversion (datasheet, "Aging Offset"): by itself within 64 s, and only if
/// the temperature has changed since the last one; for certain with <see cref="StartConversion"/>. Without VCC the chip
/// keeps the offset on its cell.
/// </remarks>
public sealed class Ds3231Compensation
{
    public const int MinAgingOffset = -128;

    public const int MaxAgingOffset = 127;

    /// <summary>Steps of the temperature in a degree: ten bits, two of them behind the point.</summary>
    public const int StepsPerDegree = 4;

    private readonly IClockChip _chip;
    private readonly byte[] _registers = new byte[2];

    public Ds3231Compensation(IClockChip chip)
    {
        _chip = chip;
    }

    /// <param name="steps">
    /// <see cref="MinAgingOffset"/> to <see cref="MaxAgingOffset"/>. Positive ones slow the clock; one is typically
    /// 0.1 ppm at 25 degrees C, and another amount at other temperatures.
    /// </param>
    /// <returns>False if the chip did not answer.</returns>
    public bool TryReadAgingOffset(out int steps)
    {
        bool answered = _chip.Read(Ds3231Registers.AgingOffset, _registers, 1);
        steps = answered ? (sbyte)_registers[0] : 0;
        return answered;
    }

    /// <summary>Stores an aging offset. It comes into force with a conversion.</summary>
    /// <returns>False if the chip did not take it.</returns>
    public bool WriteAgingOffset(int steps)
    {
        if (steps < MinAgingOffset || steps > MaxAgingOffset)
        {
            throw new ArgumentOutOfRangeException(nameof(steps), "an aging offset is -128 to 127");
        }

        _registers[0] = (byte)steps;
        return _chip.Write(Ds3231Registers.AgingOffset, _registers, 1)
            && TryReadAgingOffset(out int readBack)
            && readBack == steps;
    }

    /// <summary>The temperature of the last conversion, which is 64 s old at most.</summary>
    /// <param name="quarterDegrees">Degrees Celsius times four: 101 is 25.25, -1 is -0.25.</param>
    /// <returns>False if the chip did not answer.</returns>
    public bool TryReadTemperature(out int quarterDegrees)
    {
        bool answered = _chip.Read(Ds3231Registers.TemperatureHigh, _registers, 2);

        // Whole degrees and their sign, then quarters, always upwards from there: -0.25 is -1 and three quarters.
        quarterDegrees = answered ? ((sbyte)_registers[0] * StepsPerDegree) + (_registers[1] >> 6) : 0;
        return answered;
    }

    /// <summary>Whether a conversion is under way, the chip's own or one that was asked for.</summary>
    public ConversionState ReadState()
    {
        if (!_chip.Read(Ds3231Registers.Control, _registers, 2))
        {
            return ConversionState.Unreadable;
        }

        // BSY shows the chip's own, and one that was asked for only after 2 ms: that one, CONV shows from its start.
        bool converts = (_registers[0] & Ds3231Registers.Convert) != 0 || (_registers[1] & Ds3231Registers.Busy) != 0;
        return converts ? ConversionState.Converting : ConversionState.Idle;
    }

    /// <summary>Has the temperature measured and the aging offset applied now.</summary>
    /// <returns>
    /// False if the chip did not answer, or is at it already: that conversion may have begun with the old offset.
    /// </returns>
    public bool StartConversion()
    {
        if (ReadState() != ConversionState.Idle)
        {
            return false;
        }

        _registers[0] |= Ds3231Registers.Convert;
        return _chip.Write(Ds3231Registers.Control, _registers, 1);
    }
}

/// <summary>What the clock chip is doing about the temperature.</summary>
public enum ConversionState
{
    /// <summary>Nothing: another conversion can be started.</summary>
    Idle,

    /// <summary>It measures, at most 200 ms long (datasheet, tCONV).</summary>
    Converting,

    /// <summary>The chip did not answer.</summary>
    Unreadable,
}
