using HwToken.Core.Audit;

namespace HwToken.Core.Protocol.Messages;

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
