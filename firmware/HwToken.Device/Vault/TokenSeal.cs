// The seal, and what is stored of it.
using HwToken.Core.Audit;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Storage;

namespace HwToken.Device.Vault;

/// <summary>The seal: put on at a host's request, broken on the token alone, and counted before a code is shown.</summary>
public sealed class TokenSeal
{
    /// <summary>The counter has 32 bits. At its maximum it stays.</summary>
    private const long MostOpenings = 0xFFFFFFFF;

    private readonly TokenVault _vault;

    public TokenSeal(TokenVault vault)
    {
        _vault = vault;
    }

    /// <summary>
    /// The seal counts: no code, and no change. Not where the storage cannot be believed, nor while the token is
    /// locked, which keep more from happening than a seal does, and have ways out of their own.
    /// </summary>
    public bool IsSealed => Memory.IsSealed && !_vault.IsFaulted && !_vault.IsLocked;

    public long Number => Memory.Number;

    public long SealedUnixSeconds => Memory.SealedUnixSeconds;

    public long Openings => Memory.Openings;

    private SealMemory Memory => _vault.State.Seal;

    /// <returns>Ok; StorageFailed, and no seal.</returns>
    public Status Close(long number, long unixSeconds)
    {
        Memory.IsSealed = true;
        Memory.Number = number;
        Memory.SealedUnixSeconds = unixSeconds;
        _vault.Note(AuditEvent.Sealed, number);
        return Save();
    }

    /// <summary>Breaks the seal. When it returns, the opening is counted on storage, or there was none.</summary>
    /// <returns>Ok; StorageFailed, and the seal as it was.</returns>
    public Status Open()
    {
        Memory.IsSealed = false;
        if (Memory.Openings < MostOpenings)
        {
            Memory.Openings++;
        }

        _vault.Note(AuditEvent.Opened, Memory.Openings);
        return Save();
    }

    /// <param name="unixSeconds">The token's time.</param>
    /// <param name="secondsOff">How far the token's clock is ahead of the host's, negative if behind.</param>
    /// <returns>Ok or StorageFailed.</returns>
    public Status RecordDrill(long unixSeconds, long secondsOff)
    {
        Memory.DrillUnixSeconds = unixSeconds;
        _vault.Note(AuditEvent.Drill, secondsOff);
        return Save();
    }

    /// <summary>Fills in what Seal, Drill and Info answer. A locked token tells it, too: it is no secret.</summary>
    public void Report(SealState reply)
    {
        reply.IsSealed = Memory.IsSealed;
        reply.Number = Memory.Number;
        reply.SealedUnixSeconds = Memory.SealedUnixSeconds;
        reply.Openings = Memory.Openings;
        reply.DrillUnixSeconds = Memory.DrillUnixSeconds;
    }

    private Status Save() => _vault.Save() ? Status.Ok : Status.StorageFailed;
}

/// <summary>Whether the token is sealed for the safe, since when, and how often a seal was opened.</summary>
public sealed class SealMemory : IStateSection
{
    private const int Used = 1 + 4 + 5 + 4 + 5;

    private const int Length = 32;

    public int SectionLength => Length;

    public bool IsSealed { get; set; }

    /// <summary>The number on the seal, as the owner gave it.</summary>
    public long Number { get; set; }

    /// <summary>Seconds since 1970-01-01T00:00:00Z.</summary>
    public long SealedUnixSeconds { get; set; }

    /// <summary>Openings since the token was made. Never goes down.</summary>
    public long Openings { get; set; }

    /// <summary>The last drill, seconds since 1970-01-01T00:00:00Z; 0 if there was none.</summary>
    public long DrillUnixSeconds { get; set; }

    public void Reset()
    {
        IsSealed = false;
        Number = 0;
        SealedUnixSeconds = 0;
        Openings = 0;
        DrillUnixSeconds = 0;
    }

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte(IsSealed ? 1 : 0);
        writer.WriteUInt32(Number);
        writer.WriteUInt40(SealedUnixSeconds);
        writer.WriteUInt32(Openings);
        writer.WriteUInt40(DrillUnixSeconds);
        for (int i = Used; i < Length; i++)
        {
            writer.WriteByte(0);
        }
    }

    public void Read(PayloadReader reader)
    {
        IsSealed = reader.ReadByte() == 1;
        Number = reader.ReadUInt32();
        SealedUnixSeconds = reader.ReadUInt40();
        Openings = reader.ReadUInt32();
        DrillUnixSeconds = reader.ReadUInt40();
        reader.Skip(Length - Used);
    }
}
