// What the token remembers about its clock, how it is stored, and how a change is undone.
using HwToken.Core.Audit;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Storage;

namespace HwToken.Device.Time;

/// <summary>Everything that the token remembers about its clock, as values. What they mean is <see cref="ClockDiscipline"/>'s.</summary>
/// <remarks>
/// Times are the chip's own count, in seconds since 1970-01-01T00:00:00Z. Once the chip runs its count is never set:
/// what it is known to be wrong is remembered here instead. So its count never goes back, and all that changes when the
/// time is corrected, or made to jump, changes with one write of this.
/// </remarks>
public sealed class ClockMemory : IMessage, IStateSection
{
    /// <summary>Bytes of it as stored; what is not used is zero.</summary>
    public const int Length = 256;

    /// <summary>The layout of these bytes.</summary>
    public const int Version = 1;

    public const int MaxComparisons = ListComparisonsReply.MaxEntries;

    /// <summary>Comparisons closer together than this are one: the better of them is kept.</summary>
    public const int OneSittingSeconds = 3600;

    private const int Used = 1 + 1 + (5 * 5) + 6 + 4 + 2 + (3 * 4) + 1 + 1 + 2 + 2 + 1 + 1 + 1
        + (MaxComparisons * ClockComparison.Length);

    private const int MaxCounter = 65535;

    private readonly ClockComparison[] _comparisons = new ClockComparison[MaxComparisons];
    private readonly ClockComparison _nothing = new ClockComparison { Temperature = 0 };

    public ClockMemory()
    {
        for (int i = 0; i < MaxComparisons; i++)
        {
            _comparisons[i] = new ClockComparison();
        }

        Reset();
    }

    public int SectionLength => Length;

    /// <summary>The owner has agreed to a time since the token was made.</summary>
    public bool WasSet { get; set; }

    /// <summary>When its owner last set it; 0 if that never was.</summary>
    public long SetSeconds { get; set; }

    /// <summary>The chip less UTC at that moment, in milliseconds: 0 where the chip itself was set.</summary>
    public long SetOffsetMs { get; set; }

    /// <summary>When it was set for the first time: then, at the latest, its crystal began to age.</summary>
    public long FirstSetSeconds { get; set; }

    /// <summary>The newest count that the chip has shown. A chip that shows an earlier one has lost it.</summary>
    public long NewestSeconds { get; set; }

    /// <summary>When the chip was last known well: when it was compared, or else when it was set.</summary>
    public long AnchorSeconds { get; set; }

    /// <summary>What it had gained from <see cref="SetSeconds"/> to <see cref="AnchorSeconds"/>, in milliseconds.</summary>
    public int AnchorGainedMs { get; set; }

    /// <summary>By how much that may be wrong, either way: 0 to 65535.</summary>
    public int AnchorUncertaintyMs { get; set; }

    /// <summary>What the aging register had held the chip back until <see cref="AnchorSeconds"/>, at 100 ppb a step.</summary>
    public int AnchorTrimmedMs { get; set; }

    /// <summary>How fast the chip runs as it is trimmed now, in parts per billion.</summary>
    public int ResidualPpb { get; set; }

    /// <summary>By how much that may be wrong as measured; of an implausible chip, what it may do at all.</summary>
    public int ResidualUncertaintyPpb { get; set; }

    /// <summary>The middle of the time from which <see cref="ResidualPpb"/> was learned.</summary>
    public long LearnedSeconds { get; set; }

    /// <summary>The aging register as it is to be, -128 to 127.</summary>
    public int Aging { get; set; }

    public ClockRate Rate { get; set; }

    /// <summary>How often the owner has let a running clock jump.</summary>
    public int Jumps { get; private set; }

    /// <summary>How often the owner has let it go back before <see cref="NewestSeconds"/>.</summary>
    public int BackwardJumps { get; private set; }

    /// <summary>The extreme temperatures that the chip has shown, in whole degrees C; none, and none, at first.</summary>
    public int LowestTemperature { get; private set; }

    public int HighestTemperature { get; private set; }

    /// <summary>Since the clock was set.</summary>
    public int ComparisonCount { get; private set; }

    /// <summary>The oldest first.</summary>
    public ClockComparison ComparisonAt(int index) => _comparisons[index];

    /// <summary>As before the first start.</summary>
    public void Reset()
    {
        WasSet = false;
        SetSeconds = 0;
        SetOffsetMs = 0;
        FirstSetSeconds = 0;
        NewestSeconds = 0;
        Jumps = 0;
        BackwardJumps = 0;
        LowestTemperature = ClockComparison.NoTemperature;
        HighestTemperature = ClockComparison.NoTemperature;
        ForgetRate();
    }

    /// <summary>Forgets what was learned, and what from.</summary>
    public void ForgetRate()
    {
        AnchorSeconds = 0;
        AnchorGainedMs = 0;
        AnchorUncertaintyMs = 0;
        AnchorTrimmedMs = 0;
        ResidualPpb = 0;
        ResidualUncertaintyPpb = 0;
        LearnedSeconds = 0;
        Aging = 0;
        Rate = ClockRate.Unknown;
        ComparisonCount = 0;
    }

    public void CountJump(bool isBackward)
    {
        Jumps = Jumps < MaxCounter ? Jumps + 1 : MaxCounter;
        if (isBackward)
        {
            BackwardJumps = BackwardJumps < MaxCounter ? BackwardJumps + 1 : MaxCounter;
        }
    }

    /// <param name="degrees">In whole degrees C, or none.</param>
    public void SeeTemperature(int degrees)
    {
        if (degrees == ClockComparison.NoTemperature)
        {
            return;
        }

        if (LowestTemperature == ClockComparison.NoTemperature || degrees < LowestTemperature)
        {
            LowestTemperature = degrees;
        }

        if (HighestTemperature == ClockComparison.NoTemperature || degrees > HighestTemperature)
        {
            HighestTemperature = degrees;
        }
    }

    /// <summary>Keeps a comparison; where there are too many, the one goes that tells least.</summary>
    public void Keep(ClockComparison comparison)
    {
        bool sameSitting = ComparisonCount > 0
            && comparison.Seconds - _comparisons[ComparisonCount - 1].Seconds < OneSittingSeconds;
        if (sameSitting)
        {
            if (comparison.UncertaintyMs <= _comparisons[ComparisonCount - 1].UncertaintyMs)
            {
                _comparisons[ComparisonCount - 1].CopyFrom(comparison);
            }

            return;
        }

        if (ComparisonCount == MaxComparisons)
        {
            Remove(LeastTelling(comparison.Seconds));
        }

        _comparisons[ComparisonCount].CopyFrom(comparison);
        ComparisonCount++;
    }

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte(Version);
        writer.WriteByte(WasSet ? 1 : 0);
        writer.WriteUInt40(SetSeconds);
        writer.WriteUInt16((int)(SetOffsetMs >> 32));
        writer.WriteUInt32(SetOffsetMs);
        writer.WriteUInt40(FirstSetSeconds);
        writer.WriteUInt40(NewestSeconds);
        writer.WriteUInt40(AnchorSeconds);
        writer.WriteUInt40(LearnedSeconds);
        writer.WriteUInt32(AnchorGainedMs);
        writer.WriteUInt16(AnchorUncertaintyMs);
        writer.WriteUInt32(AnchorTrimmedMs);
        writer.WriteUInt32(ResidualPpb);
        writer.WriteUInt32(ResidualUncertaintyPpb);
        writer.WriteByte(Aging);
        writer.WriteByte((int)Rate);
        writer.WriteUInt16(Jumps);
        writer.WriteUInt16(BackwardJumps);
        writer.WriteByte(LowestTemperature);
        writer.WriteByte(HighestTemperature);
        writer.WriteByte(ComparisonCount);
        for (int i = 0; i < MaxComparisons; i++)
        {
            // Places that hold nothing are written as nothing: what was there is no longer remembered.
            (i < ComparisonCount ? _comparisons[i] : _nothing).Write(writer);
        }

        for (int i = Used; i < Length; i++)
        {
            writer.WriteByte(0);
        }
    }

    /// <summary>Bytes of another version, or that no clock has, leave the reader failed and nothing remembered.</summary>
    public void Read(PayloadReader reader)
    {
        bool known = reader.ReadByte() == Version;
        WasSet = reader.ReadFlag();
        SetSeconds = reader.ReadUInt40();
        SetOffsetMs = (long)(short)reader.ReadUInt16() << 32;
        SetOffsetMs |= reader.ReadUInt32();
        FirstSetSeconds = reader.ReadUInt40();
        NewestSeconds = reader.ReadUInt40();
        AnchorSeconds = reader.ReadUInt40();
        LearnedSeconds = reader.ReadUInt40();
        AnchorGainedMs = reader.ReadInt32();
        AnchorUncertaintyMs = reader.ReadUInt16();
        AnchorTrimmedMs = reader.ReadInt32();
        ResidualPpb = reader.ReadInt32();
        ResidualUncertaintyPpb = reader.ReadInt32();
        Aging = reader.ReadInt8();
        Rate = (ClockRate)reader.ReadByte();
        Jumps = reader.ReadUInt16();
        BackwardJumps = reader.ReadUInt16();
        LowestTemperature = reader.ReadInt8();
        HighestTemperature = reader.ReadInt8();
        ComparisonCount = reader.ReadByte();
        known &= ComparisonCount <= MaxComparisons && Rate <= ClockRate.Implausible;
        for (int i = 0; i < MaxComparisons; i++)
        {
            _comparisons[i].Read(reader);
        }

        reader.Skip(Length - Used);
        if (!known)
        {
            reader.Skip(reader.Remaining + 1);
        }

        if (reader.Failed)
        {
            Reset();
        }
    }

    /// <summary>
    /// The one, but for the first and the last, that lies closest between its neighbours for how long ago it was: what
    /// stays is dense in the last weeks and thin in the years before.
    /// </summary>
    private int LeastTelling(long nowSeconds)
    {
        int least = 1;
        for (int i = 2; i < ComparisonCount - 1; i++)
        {
            if (GapAt(i) * AgeOf(least, nowSeconds) < GapAt(least) * AgeOf(i, nowSeconds))
            {
                least = i;
            }
        }

        return least;
    }

    private long GapAt(int index) => _comparisons[index + 1].Seconds - _comparisons[index - 1].Seconds;

    private long AgeOf(int index, long nowSeconds) => nowSeconds - _comparisons[index].Seconds;

    private void Remove(int index)
    {
        ComparisonCount--;
        for (int i = index; i < ComparisonCount; i++)
        {
            _comparisons[i].CopyFrom(_comparisons[i + 1]);
        }
    }
}

/// <summary>What the clock remembered before a change, for the case that the change cannot be stored.</summary>
public sealed class MemoryBackup
{
    private readonly ClockMemory _memory;
    private readonly byte[] _bytes = new byte[ClockMemory.Length];
    private readonly PayloadReader _reader = new();
    private readonly PayloadWriter _writer;

    public MemoryBackup(ClockMemory memory)
    {
        _memory = memory;
        _writer = new PayloadWriter(_bytes);
    }

    public void Keep()
    {
        _writer.Position = 0;
        _memory.Write(_writer);
    }

    public void Restore()
    {
        _reader.Reset(_bytes, 0, _bytes.Length);
        _memory.Read(_reader);
    }
}

/// <summary>Where the token keeps what it remembers of its clock, and logs what its owner does to it.</summary>
public interface IClockStore
{
    /// <summary>Always the same object. After a change: <see cref="Save"/>.</summary>
    ClockMemory Clock { get; }

    /// <summary>Stores <see cref="Clock"/> and what was noted, all of it or nothing.</summary>
    /// <returns>False if it could not be stored; what was stored before still is, and nothing was noted.</returns>
    bool Save();

    /// <summary>Adds an entry to the audit log, to be stored by the next <see cref="Save"/>.</summary>
    void Note(AuditEvent what, long detail);
}
