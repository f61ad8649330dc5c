using HwToken.Device.Time;

namespace HwToken.Device.Tests.Time;

public class Ds3231ReadTests
{
    private const int January2000 = 946684800;

    [Fact]
    public void Read_RunningChip_TakesOneTransaction()
    {
        var chip = new RegisterFile();

        Assert.Equal(ClockReading.Running, chip.ReadBy(out long unixSeconds));

        Assert.Equal(January2000, unixSeconds);
        Assert.Equal(["R 00 16"], chip.Transactions);
    }

    [Theory]
    [InlineData(0x00, 0)]
    [InlineData(0x09, 9)]
    [InlineData(0x10, 10)]
    [InlineData(0x23, 23)]
    [InlineData(0x52, 0)] // 12 AM
    [InlineData(0x41, 1)]
    [InlineData(0x51, 11)]
    [InlineData(0x72, 12)] // 12 PM
    [InlineData(0x61, 13)]
    [InlineData(0x71, 23)]
    public void Read_Hours_AreUnderstoodInBothModes(byte register, int hours)
    {
        var chip = new RegisterFile();
        chip.Registers[Ds3231Registers.Hours] = register;

        Assert.Equal(ClockReading.Running, chip.ReadBy(out long unixSeconds));

        Assert.Equal(hours * 3600, unixSeconds - January2000);
    }

    [Theory]
    [InlineData(0x01, 0x00, 2000)]
    [InlineData(0x01, 0x99, 2099)]
    [InlineData(0x81, 0x00, 2100)]
    [InlineData(0x81, 0x69, 2169)]
    [InlineData(0x81, 0x70, 1970)]
    [InlineData(0x81, 0x99, 1999)]
    public void Read_CenturyBit_TellsTheYear(byte month, byte yearRegister, int year)
    {
        var chip = new RegisterFile();
        chip.Registers[Ds3231Registers.Month] = month;
        chip.Registers[Ds3231Registers.Year] = yearRegister;

        Assert.Equal(ClockReading.Running, chip.ReadBy(out long unixSeconds));

        // January after 2100 is one day ahead of what the registers show.
        long days = new DateOnly(year, 1, 1).DayNumber - new DateOnly(1970, 1, 1).DayNumber + (year > 2100 ? 1 : 0);
        Assert.Equal(days * 86400, unixSeconds);
    }

    [Theory]
    [InlineData(Ds3231Registers.Seconds, 0x60)]
    [InlineData(Ds3231Registers.Seconds, 0x0A)]
    [InlineData(Ds3231Registers.Minutes, 0x60)]
    [InlineData(Ds3231Registers.Minutes, 0x5F)]
    [InlineData(Ds3231Registers.Hours, 0x24)]
    [InlineData(Ds3231Registers.Hours, 0x1A)]
    [InlineData(Ds3231Registers.Hours, 0x40)]
    [InlineData(Ds3231Registers.Hours, 0x53)]
    [InlineData(Ds3231Registers.DayOfWeek, 0x00)]
    [InlineData(Ds3231Registers.Date, 0x00)]
    [InlineData(Ds3231Registers.Date, 0x32)]
    [InlineData(Ds3231Registers.Date, 0x1F)]
    [InlineData(Ds3231Registers.Month, 0x00)]
    [InlineData(Ds3231Registers.Month, 0x13)]
    [InlineData(Ds3231Registers.Month, 0x0A)]
    [InlineData(Ds3231Registers.Year, 0xA0)]
    [InlineData(Ds3231Registers.Year, 0x0A)]
    public void Read_ImplausibleField_IsUnreadable(int register, byte value)
    {
        var chip = new RegisterFile();
        chip.Registers[register] = value;

        Assert.Equal(ClockReading.Unreadable, chip.ReadBy(out long unixSeconds));

        Assert.Equal(0, unixSeconds);
    }

    [Fact]
    public void Read_FlagSet_IsStoppedAndSaysWhatTheClockShows()
    {
        var chip = new RegisterFile();
        chip.Registers[Ds3231Registers.Status] = 0x88;

        Assert.Equal(ClockReading.OscillatorStopped, chip.ReadBy(out long unixSeconds));

        Assert.Equal(January2000, unixSeconds);
    }

    [Fact]
    public void Read_FlagSetAndUndefinedTime_IsStopped()
    {
        var chip = new RegisterFile();
        chip.Registers[Ds3231Registers.Status] = 0x88;
        chip.Registers[Ds3231Registers.Month] = 0x1F;

        Assert.Equal(ClockReading.OscillatorStopped, chip.ReadBy(out long unixSeconds));

        Assert.Equal(0, unixSeconds);
    }

    [Theory]
    [InlineData(Ds3231Registers.Seconds, 7)]
    [InlineData(Ds3231Registers.Minutes, 7)]
    [InlineData(Ds3231Registers.Hours, 7)]
    [InlineData(Ds3231Registers.DayOfWeek, 3)]
    [InlineData(Ds3231Registers.DayOfWeek, 7)]
    [InlineData(Ds3231Registers.Date, 6)]
    [InlineData(Ds3231Registers.Date, 7)]
    [InlineData(Ds3231Registers.Month, 5)]
    [InlineData(Ds3231Registers.Month, 6)]
    public void Read_BitThatNoDs3231Sets_IsUnreadableEvenWithTheFlag(int register, int bit)
    {
        var chip = new RegisterFile();
        chip.Registers[Ds3231Registers.Status] = 0x88;
        chip.Registers[register] |= (byte)(1 << bit);

        Assert.Equal(ClockReading.Unreadable, chip.ReadBy(out _));
    }

    [Fact]
    public void Read_BusThatNobodyDrives_IsUnreadable()
    {
        var chip = new RegisterFile();
        Array.Fill(chip.Registers, (byte)0xFF);

        Assert.Equal(ClockReading.Unreadable, chip.ReadBy(out _));
    }

    [Fact]
    public void Read_BusHeldLow_IsUnreadable()
    {
        var chip = new RegisterFile();
        Array.Clear(chip.Registers);

        Assert.Equal(ClockReading.Unreadable, chip.ReadBy(out _));
    }

    [Fact]
    public void Read_NoAnswer_IsUnreadable()
    {
        var chip = new RegisterFile { Acknowledges = 0 };

        Assert.Equal(ClockReading.Unreadable, chip.ReadBy(out long unixSeconds));

        Assert.Equal(0, unixSeconds);
    }
}
