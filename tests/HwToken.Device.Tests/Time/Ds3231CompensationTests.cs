using HwToken.Device.Time;
using HwToken.Virtual.Chips;
using Microsoft.Extensions.Time.Testing;

namespace HwToken.Device.Tests.Time;

/// <summary>
/// Bytes are those of the datasheets of DS3231 and DS3232, "Aging Offset" and "Temperature Registers"; where these give
/// no example, of the two's complement that they name.
/// </summary>
public class Ds3231CompensationTests
{
    private const byte Busy = 0x04;
    private const byte Convert = 0x20;

    private readonly RegisterFile _chip = new();
    private readonly Ds3231Compensation _compensation;

    public Ds3231CompensationTests() => _compensation = new Ds3231Compensation(_chip);

    [Theory]
    [InlineData(0x19, 0x40, 101)] // 00011001 01b = +25.25 degrees, the datasheet's own example
    [InlineData(0x00, 0x00, 0)]
    [InlineData(0x00, 0xC0, 3)]
    [InlineData(0x7F, 0xC0, 511)]
    [InlineData(0xFF, 0xC0, -1)]
    [InlineData(0xFF, 0x00, -4)]
    [InlineData(0xF5, 0x80, -42)] // -10.5
    [InlineData(0xE6, 0xC0, -101)] // -25.25: the example's complement
    [InlineData(0xD8, 0x00, -160)] // -40, the coldest that the chip is made for
    [InlineData(0x19, 0x7F, 101)] // bits 5 to 0 are no part of it
    public void TryReadTemperature_Registers_AreQuartersOfADegree(byte high, byte low, int expected)
    {
        _chip.Registers[0x11] = high;
        _chip.Registers[0x12] = low;

        Assert.True(_compensation.TryReadTemperature(out int quarterDegrees));

        Assert.Equal(expected, quarterDegrees);
        Assert.Equal(["R 11 2"], _chip.Transactions);
    }

    [Theory]
    [InlineData(0x00, 0)]
    [InlineData(0x01, 1)]
    [InlineData(0x7F, 127)]
    [InlineData(0x80, -128)]
    [InlineData(0xFF, -1)]
    public void AgingOffset_Register_IsTwosComplement(byte register, int steps)
    {
        _chip.Registers[0x10] = register;
        Assert.True(_compensation.TryReadAgingOffset(out int read));
        Assert.Equal(steps, read);

        _chip.Registers[0x10] = 0x55;
        Assert.True(_compensation.WriteAgingOffset(steps));
        Assert.Equal(register, _chip.Registers[0x10]);
    }

    [Theory]
    [InlineData(-129)]
    [InlineData(128)]
    public void WriteAgingOffset_OutOfRange_Throws(int steps)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _compensation.WriteAgingOffset(steps));
        Assert.Empty(_chip.Transactions);
    }

    [Fact]
    public void WriteAgingOffset_ChipForgetsIt_IsNotedByReadingBack()
    {
        _chip.Deaf = true;

        Assert.False(_compensation.WriteAgingOffset(3));
    }

    [Theory]
    [InlineData(0x04, 0x00, ConversionState.Idle)]
    [InlineData(0x24, 0x00, ConversionState.Converting)]
    [InlineData(0x04, 0x04, ConversionState.Converting)]
    [InlineData(0x1C, 0x8B, ConversionState.Idle)]
    public void ReadState_ConvertOrBusy_IsConverting(byte control, byte status, ConversionState expected)
    {
        _chip.Registers[0x0E] = control;
        _chip.Registers[0x0F] = status;

        Assert.Equal(expected, _compensation.ReadState());
    }

    [Fact]
    public void StartConversion_Idle_SetsConvertAndNothingElse()
    {
        _chip.Registers[0x0E] = 0x5C;
        _chip.Registers[0x0F] = 0x88;

        Assert.True(_compensation.StartConversion());

        Assert.Equal(0x7C, _chip.Registers[0x0E]);
        Assert.Equal(0x88, _chip.Registers[0x0F]);
        Assert.Equal(["R 0E 2", "W 0E 1"], _chip.Transactions);
    }

    [Theory]
    [InlineData(Convert, 0)]
    [InlineData(0, Busy)]
    public void StartConversion_OneIsUnderWay_DoesNothing(byte control, byte status)
    {
        _chip.Registers[0x0E] = control;
        _chip.Registers[0x0F] = status;

        Assert.False(_compensation.StartConversion());

        Assert.Equal(["R 0E 2"], _chip.Transactions);
    }

    [Fact]
    public void EveryCall_NoAnswer_SaysSo()
    {
        _chip.Acknowledges = 0;

        Assert.False(_compensation.TryReadAgingOffset(out int steps));
        Assert.False(_compensation.WriteAgingOffset(1));
        Assert.False(_compensation.TryReadTemperature(out int quarterDegrees));
        Assert.Equal(ConversionState.Unreadable, _compensation.ReadState());
        Assert.False(_compensation.StartConversion());
        Assert.Equal((0, 0), (steps, quarterDegrees));
    }

    [Fact]
    public void AgingOffset_OnACountingChip_TrimsItsDriftAway()
    {
        // 8 ppm fast: 80 steps slow it to the pace of the true time.
        var time = new FakeTimeProvider();
        var chip = new SimulatedDs3231(time, driftPpm: 8);
        var clock = new Ds3231(chip);
        var compensation = new Ds3231Compensation(chip);
        Assert.True(compensation.WriteAgingOffset(80));
        Assert.True(compensation.StartConversion());
        Assert.Equal(ConversionState.Converting, compensation.ReadState());
        time.Advance(TimeSpan.FromMilliseconds(200));
        Assert.Equal(ConversionState.Idle, compensation.ReadState());
        Assert.True(clock.Set(0));

        time.Advance(TimeSpan.FromDays(365));

        Assert.Equal(ClockReading.Running, clock.Read(out long unixSeconds));
        Assert.Equal(365 * 86400, unixSeconds);
    }
}
