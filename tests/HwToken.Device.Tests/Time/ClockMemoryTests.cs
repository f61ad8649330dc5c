using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Time;

namespace HwToken.Device.Tests.Time;

public class ClockMemoryTests
{
    private const long Start = 1_800_000_000;
    private const int Day = 86400;

    private readonly ClockMemory _memory = new();

    [Fact]
    public void Write_Anything_IsOfItsLength() => Assert.Equal(ClockMemory.Length, Written(_memory).Length);

    [Fact]
    public void Read_WhatWasWritten_IsEqual()
    {
        Fill(_memory);
        var copy = new ClockMemory();
        Assert.True(TryRead(copy, Written(_memory)));
        Assert.Equivalent(_memory, copy, strict: true);
        for (int i = 0; i < _memory.ComparisonCount; i++)
        {
            Assert.Equivalent(_memory.ComparisonAt(i), copy.ComparisonAt(i), strict: true);
        }
    }

    /// <summary>The bytes of version 1: what this firmware has stored, a later one must still open.</summary>
    [Fact]
    public void Write_Filled_AreTheBytesOfVersion1()
    {
        Fill(_memory);
        Assert.Equal(
            "01 01 00 6B 49 D2 00 FF FF FF FF F8 30 00 6B 47 2F 00 00 6B 50 69 80 00 6B 4F 18 00 00 6B 4D C6 "
            + "80 FF FF FF 85 00 2A 00 00 01 C8 FF FF FF C9 00 00 00 58 FD 01 00 02 00 01 FB 29 02 00 6B 49 D2 "
            + "01 FF FF FF FE 00 00 00 03 00 04 80 00 6B 4B 23 80 00 00 00 06 FF FF FF F9 00 08 15",
            Hex.Text(Written(_memory).AsSpan(0, 92)));
        Assert.All(Written(_memory)[92..], b => Assert.Equal(0, b));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 2)]
    [InlineData(52, 3)]
    [InlineData(59, 13)]
    public void Read_ByteThatNoMemoryHas_FailsAndForgets(int position, byte value)
    {
        Fill(_memory);
        byte[] bytes = Written(_memory);
        bytes[position] = value;
        Assert.False(TryRead(_memory, bytes));
        Assert.False(_memory.WasSet);
        Assert.Equal(0, _memory.ComparisonCount);
    }

    [Fact]
    public void Keep_InOneSitting_KeepsTheBetter()
    {
        _memory.Keep(At(0, uncertaintyMs: 20));
        _memory.Keep(At(60, uncertaintyMs: 30));
        Assert.Equal(20, Assert.Single(Kept()).UncertaintyMs);
        _memory.Keep(At(120, uncertaintyMs: 5));
        Assert.Equal(5, Assert.Single(Kept()).UncertaintyMs);
        _memory.Keep(At(120 + ClockMemory.OneSittingSeconds, uncertaintyMs: 50));
        Assert.Equal(2, _memory.ComparisonCount);
    }

    /// <summary>Compared every week for ten years: the first and the last weeks stay, and years in between.</summary>
    [Fact]
    public void Keep_TenYearsOfWeeks_StaysDenseInTheLastWeeksAndReachesBackToTheFirst()
    {
        const int Weeks = 520;
        for (int week = 0; week <= Weeks; week++)
        {
            _memory.Keep(At(week * 7 * Day));
        }

        long[] ages = [.. Kept().Select(c => Weeks - ((c.Seconds - Start) / (7 * Day)))];
        Assert.Equal(ClockMemory.MaxComparisons, ages.Length);
        Assert.Equal((Weeks, 0), (ages[0], ages[^1]));
        Assert.InRange(ages[^2], 1, 2);
        Assert.Contains(ages, age => age is > 26 and < 104);
        Assert.Equal(ages.OrderDescending(), ages);
    }

    [Fact]
    public void CountJump_AtItsEnd_Stays()
    {
        for (int i = 0; i < 65_540; i++)
        {
            _memory.CountJump(isBackward: i % 2 == 0);
        }

        Assert.Equal((65535, 32770), (_memory.Jumps, _memory.BackwardJumps));
    }

    private static void Fill(ClockMemory memory)
    {
        (memory.WasSet, memory.SetSeconds, memory.SetOffsetMs) = (true, Start, -2000);
        (memory.FirstSetSeconds, memory.NewestSeconds) = (Start - (2 * Day), Start + (5 * Day));
        (memory.AnchorSeconds, memory.AnchorGainedMs, memory.AnchorUncertaintyMs) = (Start + (4 * Day), -123, 42);
        (memory.AnchorTrimmedMs, memory.ResidualPpb, memory.ResidualUncertaintyPpb) = (456, -55, 88);
        (memory.LearnedSeconds, memory.Aging, memory.Rate) = (Start + (3 * Day), -3, ClockRate.Learned);
        memory.CountJump(isBackward: true);
        memory.CountJump(isBackward: false);
        memory.SeeTemperature(41);
        memory.SeeTemperature(-5);
        memory.SeeTemperature(ClockComparison.NoTemperature);
        memory.Keep(new ClockComparison { Seconds = Start + 1, GainedMs = -2, TrimmedMs = 3, UncertaintyMs = 4 });
        memory.Keep(new ClockComparison { Seconds = Start + Day, GainedMs = 6, TrimmedMs = -7, UncertaintyMs = 8, Temperature = 21 });
    }

    private static ClockComparison At(long seconds, int uncertaintyMs = 10) =>
        new() { Seconds = Start + seconds, UncertaintyMs = uncertaintyMs };

    private IEnumerable<ClockComparison> Kept() => Enumerable.Range(0, _memory.ComparisonCount).Select(_memory.ComparisonAt);

    private static byte[] Written(ClockMemory memory)
    {
        byte[] bytes = new byte[ClockMemory.Length];
        var writer = new PayloadWriter(bytes);
        memory.Write(writer);
        return bytes[..writer.Position];
    }

    private static bool TryRead(ClockMemory memory, byte[] bytes)
    {
        var reader = new PayloadReader();
        reader.Reset(bytes, 0, bytes.Length);
        memory.Read(reader);
        return reader.Complete;
    }
}
