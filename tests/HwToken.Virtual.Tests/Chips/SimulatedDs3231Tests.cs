using HwToken.Virtual.Chips;
using Microsoft.Extensions.Time.Testing;

namespace HwToken.Virtual.Tests.Chips;

/// <summary>Expected bytes are written down from datasheet 19-5170, Figure 1 and "Clock and Calendar", not computed.</summary>
public class SimulatedDs3231Tests
{
    private readonly FakeTimeProvider _crystal = new();
    private readonly SimulatedDs3231 _chip;

    public SimulatedDs3231Tests()
    {
        _chip = new SimulatedDs3231(_crystal);
    }

    [Fact]
    public void Read_AfterFirstPower_HasThePowerOnStates()
    {
        Assert.Equal("00 00 00 01 01 01 00", Time());
        Assert.Equal(0x1C, Register(0x0E));
        Assert.Equal(0x88, Register(0x0F));
    }

    [Theory]
    [InlineData("58 59 23 07 31 12 99", 2, "00 00 00 01 01 81 00")] // the century bit is toggled from 0 to 1 ...
    [InlineData("58 59 23 07 31 92 99", 2, "00 00 00 01 01 01 00")] // ... and from 1 to 0
    [InlineData("59 59 23 03 28 02 24", 1, "00 00 00 04 29 02 24")]
    [InlineData("59 59 23 03 28 02 23", 1, "00 00 00 04 01 03 23")]
    [InlineData("59 59 23 03 28 82 00", 1, "00 00 00 04 29 82 00")] // 2100 is a leap year to the chip
    [InlineData("59 59 23 03 30 04 26", 1, "00 00 00 04 01 05 26")]
    [InlineData("00 00 00 01 01 01 26", 86400 * 365, "00 00 00 02 01 01 27")]
    [InlineData("59 59 51 01 01 01 26", 1, "00 00 72 01 01 01 26")] // 11:59:59 AM, noon is 12 PM
    [InlineData("59 59 72 01 01 01 26", 1, "00 00 61 01 01 01 26")]
    [InlineData("59 59 71 01 01 01 26", 1, "00 00 52 02 02 01 26")] // 11:59:59 PM, midnight is 12 AM
    public void Read_SomeSecondsLater_HasCounted(string set, int seconds, string expected)
    {
        SetTime(set);

        _crystal.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(expected, Time());
    }

    [Theory]
    [InlineData(999, "07 00 00")]
    [InlineData(1000, "08 00 00")]
    public void Write_Seconds_BeginsTheSecondAnew(int milliseconds, string expected)
    {
        _crystal.Advance(TimeSpan.FromMilliseconds(700));
        Write(0x00, 0x07);

        _crystal.Advance(TimeSpan.FromMilliseconds(milliseconds));

        Assert.Equal(expected, Time()[..8]);
    }

    [Fact]
    public void Write_Minutes_LetsTheSecondGoOn()
    {
        _crystal.Advance(TimeSpan.FromMilliseconds(700));
        Write(0x01, 0x30);

        _crystal.Advance(TimeSpan.FromMilliseconds(300));

        Assert.Equal("01 30 00", Time()[..8]);
    }

    [Theory]
    [InlineData(100, 10_000, "01 00 00")]
    [InlineData(-100, 10_000, "59 59 23")]
    [InlineData(0, 10_000, "00 00 00")]
    public void Read_WithDrift_IsAheadOrBehind(double ppm, int seconds, string expected)
    {
        // 10,000 s before midnight; 100 ppm of it is one second.
        var chip = new SimulatedDs3231(_crystal, ppm);
        chip.Write(0x00, [0x20, 0x13, 0x21], 3);

        _crystal.Advance(TimeSpan.FromSeconds(seconds));

        byte[] time = new byte[3];
        chip.Read(0x00, time, 3);
        Assert.Equal(expected, Hex.Text(time));
    }

    [Fact]
    public void Read_PastTheLastRegister_GoesOnAtTheFirst()
    {
        SetTime("56 34 21 05 31 07 26");

        byte[] registers = new byte[4];
        _chip.Read(0x11, registers, 4);

        Assert.Equal("19 00 56 34", Hex.Text(registers));
    }

    [Fact]
    public void Write_PastTheLastRegister_GoesOnAtTheFirst()
    {
        Write(0x10, 0xF3, 0x55, 0x55, 0x42);

        Assert.Equal(0xF3, Register(0x10));
        Assert.Equal(0x42, Register(0x00));
    }

    [Theory]
    [InlineData(0x0E, 0xFF, 0xFF)] // CONV stays until the conversion is over
    [InlineData(0x0E, 0xDF, 0xDF)]
    [InlineData(0x0F, 0x00, 0x00)]
    [InlineData(0x0F, 0xFF, 0x88)] // A2F and A1F cannot be set, nor BSY, nor the bits that are always 0
    [InlineData(0x0F, 0x80, 0x80)]
    [InlineData(0x07, 0xD9, 0xD9)]
    [InlineData(0x10, 0x81, 0x81)]
    [InlineData(0x11, 0x00, 0x19)]
    [InlineData(0x12, 0xFF, 0x00)]
    public void Write_Register_ChangesTheBitsThatCanBeWritten(int register, byte value, byte expected)
    {
        Write(register, value);

        Assert.Equal(expected, Register(register));
    }

    [Fact]
    public void Write_OscillatorStopFlag_CanBeClearedAndNotSet()
    {
        Write(0x0F, 0x00);
        Write(0x0F, 0x80);

        Assert.Equal(0x00, Register(0x0F));
    }

    [Theory]
    [InlineData(0x00, 0x60)]
    [InlineData(0x01, 0x0A)]
    [InlineData(0x02, 0x24)]
    [InlineData(0x02, 0x53)]
    [InlineData(0x03, 0x00)]
    [InlineData(0x04, 0x00)]
    [InlineData(0x05, 0x13)]
    [InlineData(0x06, 0xA0)]
    public void Write_IllogicalTime_IsRefused(int register, byte value)
    {
        Assert.Throws<InvalidOperationException>(() => Write(register, value));
    }

    [Theory]
    [InlineData("1970-01-01T00:00:00Z", "00 00 00 04 01 81 70")]
    [InlineData("2026-07-31T21:34:56Z", "56 34 21 05 31 07 26")]
    [InlineData("2100-03-01T00:00:00Z", "00 00 00 01 29 82 00")]
    public void StartAt_AnyTime_ShowsItAndIsTrusted(string utc, string expected)
    {
        _chip.StartAt(DateTimeOffset.Parse(utc, null));

        Assert.Equal(expected, Time());
        Assert.Equal(0x00, Register(0x0F));
    }

    [Theory]
    [InlineData(749, "56")]
    [InlineData(750, "57")]
    public void StartAt_FractionOfASecond_Counts(int milliseconds, string seconds)
    {
        _chip.StartAt(DateTimeOffset.Parse("2026-07-31T21:34:56.250Z", null));

        _crystal.Advance(TimeSpan.FromMilliseconds(milliseconds));

        Assert.Equal(seconds, Time()[..2]);
    }

    [Fact]
    public void LosePower_RunningChip_BeginsAgainAsAfterFirstPower()
    {
        _chip.StartAt(DateTimeOffset.Parse("2026-07-31T21:34:56Z", null));

        _chip.LosePower();

        Assert.Equal("00 00 00 01 01 01 00", Time());
        Assert.Equal(0x88, Register(0x0F));
    }

    [Fact]
    public void Convert_AskedFor_IsBusyAfter2MsAndDoneAfter200()
    {
        Write(0x0E, 0x24);
        Assert.Equal((0x24, 0x88), (Register(0x0E), Register(0x0F)));

        _crystal.Advance(TimeSpan.FromMilliseconds(2));
        Assert.Equal((0x24, 0x8C), (Register(0x0E), Register(0x0F)));

        _crystal.Advance(TimeSpan.FromMilliseconds(198));
        Assert.Equal((0x04, 0x88), (Register(0x0E), Register(0x0F)));
    }

    [Theory]
    [InlineData(101, 0x19, 0x40)] // +25.25 degrees: the datasheet's example, 00011001 01b
    [InlineData(0, 0x00, 0x00)]
    [InlineData(-1, 0xFF, 0xC0)]
    [InlineData(-160, 0xD8, 0x00)]
    public void Temperature_AfterAConversion_IsInTheRegisters(int quarterDegrees, int high, int low)
    {
        _chip.QuarterDegrees = quarterDegrees;
        Assert.Equal((0x19, 0x00), (Register(0x11), Register(0x12)));

        Write(0x0E, 0x24);
        _crystal.Advance(TimeSpan.FromMilliseconds(200));

        Assert.Equal((high, low), (Register(0x11), Register(0x12)));
    }

    [Fact]
    public void Temperature_WithoutAsking_IsMeasuredEvery64Seconds()
    {
        _chip.QuarterDegrees = 0;

        _crystal.Advance(TimeSpan.FromMilliseconds(63_999));
        Assert.Equal(0x19, Register(0x11));

        _crystal.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(0x00, Register(0x11));
    }

    [Theory]
    [InlineData(100, 999_990)] // 10 ppm slower: 10 us of every second
    [InlineData(0x9C, 1_000_010)] // -100 steps
    [InlineData(0x00, 1_000_000)]
    public void AgingOffset_Converted_ChangesTheRate(byte offset, int secondsIn1000000)
    {
        Write(0x10, offset);
        Write(0x0E, 0x24);
        _crystal.Advance(TimeSpan.FromMilliseconds(200));
        _chip.StartAt(DateTimeOffset.UnixEpoch);

        _crystal.Advance(TimeSpan.FromSeconds(1_000_000));

        // A million seconds are 11 days and 13:46:40.
        TimeSpan shown = TimeSpan.Parse("13:46:40", null) + TimeSpan.FromSeconds(secondsIn1000000 - 1_000_000);
        Assert.Equal($"{shown.Seconds:00} {shown.Minutes:00} {shown.Hours:00}", Time()[..8]);
    }

    [Fact]
    public void AgingOffset_NotConvertedYet_DoesNothingUntilTheChipConverts()
    {
        // 12.7 ppm for 63 s are too little to see; 64 s later the rest of 10 days is slowed.
        Write(0x10, 0x7F);
        _crystal.Advance(TimeSpan.FromSeconds(64));
        Assert.Equal("04 01 00", Time()[..8]);

        _crystal.Advance(TimeSpan.FromSeconds(864_000 - 64));

        // 863936 s * 12.7 ppm = 10.97 s behind.
        Assert.Equal("49 59 23", Time()[..8]);
    }

    [Fact]
    public void Sram_OnADs3232_KeepsWhatIsWrittenUntilTheCellGoes()
    {
        var chip = new SimulatedDs3231(_crystal, isDs3232: true);
        byte[] all = [.. Enumerable.Range(0x14, 236).Select(i => (byte)i)];
        byte[] read = new byte[236];

        Assert.True(chip.Write(0x14, all, 236));
        Assert.True(chip.Read(0x14, read, 236));
        Assert.Equal(all, read);

        chip.LosePower();
        chip.Read(0x14, read, 236);
        Assert.NotEqual(all, read);
    }

    [Fact]
    public void Sram_PastTheEndOnADs3232_GoesOnAtTheSeconds()
    {
        var chip = new SimulatedDs3231(_crystal, isDs3232: true);

        chip.Write(0xFF, [0x42, 0x17], 2);

        byte[] read = new byte[2];
        chip.Read(0xFF, read, 2);
        Assert.Equal("42 17", Hex.Text(read));
        chip.Read(0x00, read, 1);
        Assert.Equal(0x17, read[0]);
    }

    [Fact]
    public void Status_OnADs3232_HasItsOwnBits()
    {
        var chip = new SimulatedDs3231(_crystal, isDs3232: true);
        byte[] status = new byte[1];
        chip.Read(0x0F, status, 1);
        Assert.Equal(0xC8, status[0]);

        chip.Write(0x0F, [0x70], 1);
        chip.Read(0x0F, status, 1);
        Assert.Equal(0x70, status[0]);
    }

    [Fact]
    public void Sram_OnADs3231_IsNotThere()
    {
        Write(0xFF, 0x42);

        Assert.Equal(0x00, Register(0xFF));
    }

    [Fact]
    public void Answers_False_NothingIsReadOrWritten()
    {
        _chip.Answers = false;
        byte[] buffer = [0x42];

        Assert.False(_chip.Read(0x0E, buffer, 1));
        Assert.False(_chip.Write(0x0E, buffer, 1));

        _chip.Answers = true;
        Assert.Equal((0x42, 0x1C), (buffer[0], Register(0x0E)));
    }

    private string Time()
    {
        byte[] time = new byte[7];
        Assert.True(_chip.Read(0x00, time, 7));
        return Hex.Text(time);
    }

    private void SetTime(string hex) => Write(0x00, Hex.Bytes(hex));

    private int Register(int register)
    {
        byte[] value = new byte[1];
        Assert.True(_chip.Read(register, value, 1));
        return value[0];
    }

    private void Write(int register, params byte[] values) => Assert.True(_chip.Write(register, values, values.Length));
}
