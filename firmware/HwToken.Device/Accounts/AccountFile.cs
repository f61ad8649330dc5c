using System;
using HwToken.Core.Protocol;

namespace HwToken.Device.Accounts;

/// <summary>The bytes of the file <c>accounts</c>: a header, then a slot of one size per account.</summary>
/// <remarks>
/// One size makes a slot's number its place, so that showing an account reads one slot. Header and slots each end in a
/// CRC-16 over all their bytes. It is against damage, which a change of up to 16 bits in a row never hides from it; it
/// is no help against malice: whoever can write the flash can write a CRC as well.
/// </remarks>
public sealed class AccountFile
{
    public const string Name = "accounts";

    public const int Version = 1;

    /// <summary>Magic number, version, number of accounts, CRC.</summary>
    public const int HeaderLength = 4 + 1 + 1 + CrcLength;

    /// <summary>A record, zeros up to the longest record's length, CRC.</summary>
    public const int SlotLength = AccountRecord.MaxLength + CrcLength;

    private const int CrcLength = 2;

    /// <summary>"HWTA".</summary>
    private const long Magic = 0x48575441;

    private readonly PayloadReader _reader = new PayloadReader();
    private readonly PayloadWriter _writer;

    public AccountFile()
    {
        _writer = new PayloadWriter(Buffer);
    }

    /// <summary>Holds the header or one slot on its way to or from storage.</summary>
    public byte[] Buffer { get; } = new byte[SlotLength];

    /// <summary>Where a slot begins in the file.</summary>
    public static int PositionOf(int index)
    {
        return HeaderLength + (index * SlotLength);
    }

    public void WriteHeader(int count)
    {
        _writer.Position = 0;
        _writer.WriteUInt32(Magic);
        _writer.WriteByte(Version);
        _writer.WriteByte(count);
        Seal(HeaderLength);
    }

    /// <returns>The number of accounts; -1 if the buffer holds no header.</returns>
    public int ReadHeader()
    {
        _reader.Reset(Buffer, 0, HeaderLength);
        long magic = _reader.ReadUInt32();
        int version = _reader.ReadByte();
        int count = _reader.ReadByte();
        bool valid = magic == Magic && version == Version && count <= Limits.Accounts && IsSealed(HeaderLength);
        return valid ? count : -1;
    }

    public void WriteSlot(AccountRecord record)
    {
        Clear();
        _writer.Position = 0;
        record.Write(_writer);
        Seal(SlotLength);
    }

    /// <summary>Whether the buffer holds a slot as it was written.</summary>
    public bool IsSlotIntact
    {
        get { return IsSealed(SlotLength); }
    }

    /// <returns>False if what the slot holds is no account that can give codes.</returns>
    public bool TryReadSlot(AccountRecord record)
    {
        _reader.Reset(Buffer, 0, AccountRecord.MaxLength);
        record.Read(_reader);
        return !_reader.Failed && record.KeyLength > 0 && record.Entry.Check() == Status.Ok;
    }

    /// <summary>Overwrites the slot, which held a key.</summary>
    public void Clear()
    {
        Array.Clear(Buffer, 0, Buffer.Length);
    }

    private void Seal(int length)
    {
        _writer.Position = length - CrcLength;
        _writer.WriteUInt16(Crc16.Update(Crc16.Initial, Buffer, 0, length - CrcLength));
    }

    private bool IsSealed(int length)
    {
        int end = length - CrcLength;
        return Crc16.Update(Crc16.Initial, Buffer, 0, end) == ((Buffer[end] << 8) | Buffer[end + 1]);
    }
}
