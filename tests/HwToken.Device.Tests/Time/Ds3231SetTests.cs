using HwToken.Device.Time;

namespace HwToken.Device.Tests.Time;

public class Ds3231SetTests
{
    /// <summary>2026-07-31T21:34:56Z, a Friday.</summary>
    private const long Friday = 1785533696;

    [Fact]
    public void Set_AnyTime_WritesTwentyFourHoursAndTheDayOfWeek()
    {
        var chip = new RegisterFile();

        Assert.True(new Ds3231(chip).Set(Friday));

        Assert.Equal([0x56, 0x34, 0x21, 0x05, 0x31, 0x07, 0x26], chip.Registers[..7]);
    }

    [Theory]
    [InlineData(Ds3231.MinUnixSeconds, 0x81, 0x70)]
    [InlineData(946684799, 0x92, 0x99)] // 1999-12-31T23:59:59Z
    [InlineData(946684800, 0x01, 0x00)]
    [InlineData(4102444799, 0x12, 0x99)] // 2099-12-31T23:59:59Z
    [InlineData(4102444800, 0x81, 0x00)]
    [InlineData(Ds3231.MaxUnixSeconds, 0x92, 0x69)]
    public void Set_TurnOfACentury_SetsTheBit(long unixSeconds, byte month, byte year)
    {
        var chip = new RegisterFile();

        Assert.True(new Ds3231(chip).Set(unixSeconds));

        Assert.Equal([month, year], chip.Registers[5..7]);
    }

    [Fact]
    public void Set_StoppedChip_ClearsTheFlagAfterTheTimeIsThere()
    {
        var chip = new RegisterFile();
        chip.Registers[Ds3231Registers.Status] = 0x88;

        Assert.True(new Ds3231(chip).Set(Friday));

        Assert.Equal(["W 00 7", "W 0E 2", "R 00 16"], chip.Transactions);
        Assert.Equal(ClockReading.Running, chip.ReadBy(out _));
    }

    [Fact]
    public void Set_OscillatorDisabledOnTheCell_EnablesItAndSilencesTheOutputs()
    {
        var chip = new RegisterFile();
        chip.Registers[Ds3231Registers.Control] = 0xFB;
        chip.Registers[Ds3231Registers.Status] = 0xFB;

        Assert.True(new Ds3231(chip).Set(Friday));

        Assert.Equal([0x04, 0x00], chip.Registers[Ds3231Registers.Control..Ds3231Registers.AgingOffset]);
    }

    [Fact]
    public void Set_TrimmedChip_KeepsTheAgingOffset()
    {
        var chip = new RegisterFile();
        chip.Registers[Ds3231Registers.AgingOffset] = 0xF3;

        Assert.True(new Ds3231(chip).Set(Friday));

        Assert.Equal(0xF3, chip.Registers[Ds3231Registers.AgingOffset]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Set_ChipThatStopsAnswering_Fails(int acknowledges)
    {
        var chip = new RegisterFile { Acknowledges = acknowledges };

        Assert.False(new Ds3231(chip).Set(Friday));
    }

    [Fact]
    public void Set_PowerLostBeforeTheSecondBurst_LeavesTheFlagSet()
    {
        var chip = new RegisterFile();
        chip.Registers[Ds3231Registers.Status] = 0x88;
        chip.Acknowledges = 1;

        new Ds3231(chip).Set(Friday);

        chip.Acknowledges = int.MaxValue;
        Assert.Equal(ClockReading.OscillatorStopped, chip.ReadBy(out _));
    }

    [Fact]
    public void Set_ChipThatForgets_Fails()
    {
        var chip = new RegisterFile { Deaf = true };

        Assert.False(new Ds3231(chip).Set(Friday));
    }

    [Theory]
    [InlineData(Ds3231.MinUnixSeconds - 1)]
    [InlineData(Ds3231.MaxUnixSeconds + 1)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void Set_TimeOutOfRange_FailsAndWritesNothing(long unixSeconds)
    {
        var chip = new RegisterFile();

        Assert.False(new Ds3231(chip).Set(unixSeconds));

        Assert.Empty(chip.Transactions);
    }
}
