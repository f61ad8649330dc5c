using HwToken.Device.Ports;
using HwToken.Device.Time;
using HwToken.Virtual.Chips;
using Microsoft.Extensions.Time.Testing;

namespace HwToken.Device.Tests.Time;

public class ClockSramTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly SimulatedDs3231 _chip;
    private readonly ClockSram _sram;

    public ClockSramTests()
    {
        _chip = new SimulatedDs3231(_time, isDs3232: true);
        _sram = new ClockSram(_chip);
    }

    [Fact]
    public void Length_IsTheDatasheets236LessTheProbe() => Assert.Equal(236 - 1, ClockSram.Length);

    [Fact]
    public void Detect_Ds3232_FindsItAndChangesNothing()
    {
        byte[] before = Dump(_chip);

        Assert.True(_sram.Detect());

        Assert.Equal(before, Dump(_chip));
    }

    [Fact]
    public void Detect_Ds3231_FindsNoneAndChangesNothing()
    {
        var chip = new SimulatedDs3231(_time);
        chip.StartAt(DateTimeOffset.UnixEpoch);
        byte[] before = Dump(chip);

        Assert.False(new ClockSram(chip).Detect());

        Assert.Equal(before, Dump(chip));
    }

    /// <summary>What else a chip without this memory might do with an address that it does not have.</summary>
    [Theory]
    [InlineData(Behaviour.ReadsAsOnes)]
    [InlineData(Behaviour.AliasesTo5Bits)]
    [InlineData(Behaviour.CountsOnFromTheStart)]
    [InlineData(Behaviour.DoesNotAcknowledge)]
    public void Detect_OtherwiseBehavedDs3231_ItsTimeSurvives(Behaviour behaviour)
    {
        var inner = new SimulatedDs3231(_time);
        inner.StartAt(DateTimeOffset.UnixEpoch);
        byte[] before = Dump(inner);

        new ClockSram(new OddChip(inner, behaviour)).Detect();

        Assert.Equal(before, Dump(inner));
    }

    [Fact]
    public void Detect_NoAnswer_IsFalse()
    {
        _chip.Answers = false;

        Assert.False(_sram.Detect());
    }

    [Fact]
    public void ReadAndWrite_Everywhere_KeepsEveryByte()
    {
        byte[] written = [.. Enumerable.Range(0, ClockSram.Length).Select(i => (byte)(i * 7))];
        byte[] read = new byte[ClockSram.Length];

        Assert.True(_sram.Write(0, written, written.Length));
        Assert.True(_sram.Read(0, read, read.Length));

        Assert.Equal(written, read);
        Assert.Equal(written, Dump(_chip)[0x14..0xFF]);
    }

    [Fact]
    public void Write_OneByte_ChangesThatOneAlone()
    {
        byte[] expected = Dump(_chip);
        expected[0x14 + 100] ^= 0xFF;

        Assert.True(_sram.Write(100, [expected[0x14 + 100]], 1));

        Assert.Equal(expected, Dump(_chip));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(ClockSram.Length, 1)]
    [InlineData(0, ClockSram.Length + 1)]
    [InlineData(ClockSram.Length - 1, 2)]
    [InlineData(0, 0)]
    [InlineData(0, -1)]
    [InlineData(int.MaxValue, 2)]
    public void ReadAndWrite_OutsideOfIt_Throw(int address, int count)
    {
        byte[] buffer = new byte[300];

        Assert.Throws<ArgumentOutOfRangeException>(() => _sram.Read(address, buffer, count));
        Assert.Throws<ArgumentOutOfRangeException>(() => _sram.Write(address, buffer, count));
    }

    [Fact]
    public void ReadAndWrite_NoAnswer_AreFalse()
    {
        _chip.Answers = false;

        Assert.False(_sram.Read(0, new byte[1], 1));
        Assert.False(_sram.Write(0, new byte[1], 1));
    }

    private static byte[] Dump(SimulatedDs3231 chip)
    {
        byte[] all = new byte[256];
        byte[] one = new byte[1];
        for (int register = 0; register < 256; register++)
        {
            Assert.True(chip.Read(register, one, 1));
            all[register] = one[0];
        }

        return all;
    }

    public enum Behaviour
    {
        ReadsAsOnes,
        AliasesTo5Bits,
        CountsOnFromTheStart,
        DoesNotAcknowledge,
    }

    private sealed class OddChip(SimulatedDs3231 chip, Behaviour behaviour) : IClockChip
    {
        public bool Read(int register, byte[] buffer, int count)
        {
            if (register <= 0x12 || behaviour is Behaviour.AliasesTo5Bits or Behaviour.CountsOnFromTheStart)
            {
                return chip.Read(Place(register), buffer, count);
            }

            Array.Fill(buffer, (byte)0xFF, 0, count);
            return behaviour != Behaviour.DoesNotAcknowledge;
        }

        public bool Write(int register, byte[] buffer, int count) =>
            register <= 0x12 || behaviour is Behaviour.AliasesTo5Bits or Behaviour.CountsOnFromTheStart
                ? chip.Write(Place(register), buffer, count)
                : behaviour != Behaviour.DoesNotAcknowledge;

        private int Place(int register) =>
            register <= 0x12 ? register : behaviour == Behaviour.AliasesTo5Bits ? register & 0x1F : register % 0x13;
    }
}
