using System;
using HwToken.Core.Audit;
using HwToken.Core.Protocol;
using HwToken.Device.Storage;

namespace HwToken.Device.Vault;

/// <summary>The last 64 things that happened to the token, and the chain that binds them to all before them.</summary>
/// <remarks>It is stored with the state: an event and what it tells of are both there after a power cut, or neither is.</remarks>
public sealed class AuditLog : IStateSection
{
    /// <summary>Entries that are kept.</summary>
    public const int Capacity = 64;

    private readonly AuditChain _chain;
    private readonly byte[] _entries = new byte[Capacity * AuditEntry.Length];
    private readonly PayloadWriter _writer;
    private readonly AuditEntry _entry = new();

    public AuditLog(AuditChain chain)
    {
        _chain = chain;
        _writer = new PayloadWriter(_entries);
    }

    public int SectionLength => 4 + AuditChain.LinkLength + _entries.Length;

    /// <summary>Events since the token was made. Never goes down.</summary>
    public long Total { get; private set; }

    /// <summary>Entries that are still here: the newest ones.</summary>
    public int Count => Total < Capacity ? (int)Total : Capacity;

    /// <summary>The link before the oldest entry that is still here; <see cref="AuditChain.LinkLength"/> bytes.</summary>
    public byte[] BaseLink { get; } = new byte[AuditChain.LinkLength];

    /// <summary>Adds an event. It is stored when the state is.</summary>
    public void Add(AuditEvent what, long unixSeconds, long detail)
    {
        if (Count == Capacity)
        {
            _chain.Extend(BaseLink, _entries, 0);
            Array.Copy(_entries, AuditEntry.Length, _entries, 0, _entries.Length - AuditEntry.Length);
            _writer.Position = _entries.Length - AuditEntry.Length;
        }
        else
        {
            _writer.Position = Count * AuditEntry.Length;
        }

        _entry.Event = what;
        _entry.UnixSeconds = unixSeconds;
        _entry.Detail = detail;
        _entry.Write(_writer);
        Total++;
    }

    /// <summary>Writes entries as they are stored.</summary>
    /// <param name="index">From the oldest one that is here, 0.</param>
    public void WriteEntries(PayloadWriter writer, int index, int count) =>
        writer.WriteBytes(_entries, index * AuditEntry.Length, count * AuditEntry.Length);

    public void Reset()
    {
        Total = 0;
        Array.Clear(BaseLink, 0, BaseLink.Length);
        Array.Clear(_entries, 0, _entries.Length);
    }

    public void Write(PayloadWriter writer)
    {
        writer.WriteUInt32(Total);
        writer.WriteBytes(BaseLink, 0, BaseLink.Length);
        writer.WriteBytes(_entries, 0, _entries.Length);
    }

    public void Read(PayloadReader reader)
    {
        Total = reader.ReadUInt32();
        reader.ReadBytes(BaseLink, BaseLink.Length);
        reader.ReadBytes(_entries, _entries.Length);
    }
}
