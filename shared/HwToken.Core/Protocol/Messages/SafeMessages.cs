// Messages for a token in a safe: seal, drill, audit log.
using HwToken.Core.Audit;

namespace HwToken.Core.Protocol.Messages;

/// <summary>Whether the token is sealed, and what became of its seals: Seal's reply, and a part of others.</summary>
public sealed class SealState : IMessage
{
    public bool IsSealed { get; set; }

    /// <summary>The number on the last seal, 32 bits; 0 if there was none.</summary>
    public long Number { get; set; }

    /// <summary>When it was last sealed, seconds since 1970-01-01T00:00:00Z; 0 if never.</summary>
    public long SealedUnixSeconds { get; set; }

    /// <summary>How often a seal was broken since the token was made. Never goes down.</summary>
    public long Openings { get; set; }

    /// <summary>The last drill that found nothing, seconds since 1970-01-01T00:00:00Z; 0 if there was none.</summary>
    public long DrillUnixSeconds { get; set; }

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte(IsSealed ? 1 : 0);
        writer.WriteUInt32(Number);
        writer.WriteUInt40(SealedUnixSeconds);
        writer.WriteUInt32(Openings);
        writer.WriteUInt40(DrillUnixSeconds);
    }

    public void Read(PayloadReader reader)
    {
        IsSealed = reader.ReadByte() != 0;
        Number = reader.ReadUInt32();
        SealedUnixSeconds = reader.ReadUInt40();
        Openings = reader.ReadUInt32();
        DrillUnixSeconds = reader.ReadUInt40();
    }
}

public sealed class SealRequest : IMessage
{
    /// <summary>The number that is printed on the seal, bag or envelope; 32 bits.</summary>
    public long Number { get; set; }

    public void Write(PayloadWriter writer) => writer.WriteUInt32(Number);

    public void Read(PayloadReader reader) => Number = reader.ReadUInt32();
}

public sealed class DrillRequest : IMessage
{
    /// <summary>By how many seconds the two clocks may differ in a drill that is passed: half a time step of 30 s.</summary>
    public const int MostSecondsOff = 15;

    /// <summary>In the place of the time: the host has found something that is not in order.</summary>
    public const long NotToBeRecorded = 0;

    /// <summary>The host's, seconds since 1970-01-01T00:00:00Z: the log keeps how far the token's was from it.</summary>
    public long UnixSeconds { get; set; }

    public void Write(PayloadWriter writer) => writer.WriteUInt40(UnixSeconds);

    public void Read(PayloadReader reader) => UnixSeconds = reader.ReadUInt40();
}

/// <summary>What the token found when it checked itself. No code, and nothing that a code could be made of.</summary>
public sealed class DrillReply : IMessage
{
    private const int StorageFlag = 1;
    private const int RecordedFlag = 2;
    private const int PowerFlag = 4;
    private const int BatteryFlag = 8;

    /// <summary>Both copies of everything that it stores are whole.</summary>
    public bool IsStorageWhole { get; set; }

    /// <summary>Storage, accounts and clock were in order, and the drill is in the audit log.</summary>
    public bool IsRecorded { get; set; }

    /// <summary>The token is fed from USB: the battery's voltage is not one under load.</summary>
    public bool ExternalPower { get; set; }

    /// <summary>The token runs on its cells, and they are to be changed.</summary>
    public bool IsBatteryLow { get; set; }

    public int Accounts { get; set; }

    /// <summary>Accounts of which it computed a code, which it shows to no one.</summary>
    public int GoodAccounts { get; set; }

    /// <summary>In millivolts; 0 where it cannot be measured.</summary>
    public int BatteryMillivolts { get; set; }

    /// <summary>Seals and drills, this one included if it is recorded.</summary>
    public SealState Seal { get; } = new();

    public ClockReply Clock { get; } = new();

    public void Write(PayloadWriter writer)
    {
        int flags = (IsStorageWhole ? StorageFlag : 0) | (IsRecorded ? RecordedFlag : 0);
        flags |= (ExternalPower ? PowerFlag : 0) | (IsBatteryLow ? BatteryFlag : 0);
        writer.WriteByte(flags);
        writer.WriteByte(Accounts);
        writer.WriteByte(GoodAccounts);
        writer.WriteUInt16(BatteryMillivolts);
        Seal.Write(writer);
        Clock.Write(writer);
    }

    public void Read(PayloadReader reader)
    {
        int flags = reader.ReadByte();
        IsStorageWhole = (flags & StorageFlag) != 0;
        IsRecorded = (flags & RecordedFlag) != 0;
        ExternalPower = (flags & PowerFlag) != 0;
        IsBatteryLow = (flags & BatteryFlag) != 0;
        Accounts = reader.ReadByte();
        GoodAccounts = reader.ReadByte();
        BatteryMillivolts = reader.ReadUInt16();
        Seal.Read(reader);
        Clock.Read(reader);
    }
}

public sealed class ReadAuditRequest : IMessage
{
    /// <summary>
    /// The entry to begin with: 0 is the first that the token ever made. Those that it does not have any more are left
    /// out.
    /// </summary>
    public long Start { get; set; }

    public void Write(PayloadWriter writer) => writer.WriteUInt32(Start);

    public void Read(PayloadReader reader) => Start = reader.ReadUInt32();
}

/// <summary>Some entries of the audit log; ask again from where they end until <see cref="Total"/> are known.</summary>
public sealed class ReadAuditReply : IMessage
{
    /// <summary>Entries that fit a frame: the status and the fields below come before them.</summary>
    public const int MaxEntries = (Frame.MaxPayload - 1 - 4 - 4 - AuditChain.LinkLength - 1) / AuditEntry.Length;

    /// <summary>Entries ever made; the newest is entry <see cref="Total"/> - 1.</summary>
    public long Total { get; set; }

    /// <summary>The oldest entry that the token still has.</summary>
    public long Oldest { get; set; }

    /// <summary>The link of <see cref="AuditChain"/> before that one.</summary>
    public byte[] BaseLink { get; } = new byte[AuditChain.LinkLength];

    /// <summary>How many entries this reply carries, 0 to <see cref="MaxEntries"/>.</summary>
    public int Count { get; set; }

    /// <summary>
    /// The entries as stored, <see cref="AuditEntry.Length"/> bytes each: from the later of the one that was asked for
    /// and <see cref="Oldest"/> on.
    /// </summary>
    public byte[] Entries { get; } = new byte[MaxEntries * AuditEntry.Length];

    public void Write(PayloadWriter writer)
    {
        writer.WriteUInt32(Total);
        writer.WriteUInt32(Oldest);
        writer.WriteBytes(BaseLink, 0, BaseLink.Length);
        writer.WriteByte(Count);
        writer.WriteBytes(Entries, 0, Count * AuditEntry.Length);
    }

    public void Read(PayloadReader reader)
    {
        Total = reader.ReadUInt32();
        Oldest = reader.ReadUInt32();
        reader.ReadBytes(BaseLink, BaseLink.Length);
        Count = reader.ReadByte();
        if (Count > MaxEntries)
        {
            // More than a frame holds: let the reader run dry, which is how every cut-off field is found.
            Count = 0;
            reader.Skip(Frame.MaxPayload);
            return;
        }

        reader.ReadBytes(Entries, Count * AuditEntry.Length);
    }
}
