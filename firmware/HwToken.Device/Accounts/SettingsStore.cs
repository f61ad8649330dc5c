using System;
using HwToken.Core.Protocol;
using HwToken.Device.Ports;
using HwToken.Device.Time;

namespace HwToken.Device.Accounts;

/// <summary>What a token remembers besides its accounts. The file <c>settings</c> ends in a CRC-16, as accounts do.</summary>
public sealed class SettingsStore : IClockMemoryStore
{
    public const string FileName = "settings";

    public const int Version = 2;

    /// <summary>Magic number, version, serial number, current account, clock, CRC.</summary>
    public const int FileLength = 4 + 1 + Limits.SerialLength + 1 + ClockMemory.Length + CrcLength;

    private const int CrcLength = 2;

    /// <summary>"HWTS".</summary>
    private const long Magic = 0x48575453;

    private readonly IStorage _storage;
    private readonly byte[] _buffer = new byte[FileLength + 1];
    private readonly PayloadReader _reader = new PayloadReader();
    private readonly PayloadWriter _writer;
    private int _storedCurrentAccount;

    public SettingsStore(IStorage storage)
    {
        _storage = storage;
        _writer = new PayloadWriter(_buffer);
    }

    /// <summary>Random, <see cref="Limits.SerialLength"/> bytes; zeros while there are no settings.</summary>
    public byte[] Serial { get; } = new byte[Limits.SerialLength];

    /// <summary>The place of the account that a press shows first. May lie behind the last account.</summary>
    public int CurrentAccount { get; set; }

    public ClockMemory Clock { get; } = new ClockMemory();

    public FileState Load()
    {
        Forget();
        // One byte more than the file has: a longer one is no settings file of this version.
        int read = _storage.Read(FileName, 0, _buffer, _buffer.Length);
        if (read < 0)
        {
            return read == -1 ? FileState.Missing : FileState.Unreadable;
        }

        if (read != FileLength || !IsSealed())
        {
            return FileState.Damaged;
        }

        _reader.Reset(_buffer, 0, FileLength);
        bool known = _reader.ReadUInt32() == Magic;
        known &= _reader.ReadByte() == Version;
        if (!known)
        {
            return FileState.Damaged;
        }

        _reader.ReadBytes(Serial, Serial.Length);
        CurrentAccount = _reader.ReadByte();
        _storedCurrentAccount = CurrentAccount;
        Clock.Read(_reader);
        if (_reader.Failed)
        {
            Forget();
            return FileState.Damaged;
        }

        return FileState.Good;
    }

    /// <summary>Begins anew, with a new serial number.</summary>
    /// <returns>False if it could not be stored.</returns>
    public bool Create(IEntropy entropy)
    {
        Forget();
        entropy.Fill(Serial, Serial.Length);
        return Save();
    }

    public bool SaveClock()
    {
        return Save();
    }

    /// <summary>Stores <see cref="CurrentAccount"/> if it is another one than was stored: flash wears.</summary>
    public void SaveCurrentAccount()
    {
        if (CurrentAccount != _storedCurrentAccount)
        {
            // Where this fails the token begins with the account before: no harm that would be worth a message.
            Save();
        }
    }

    private void Forget()
    {
        Array.Clear(Serial, 0, Serial.Length);
        CurrentAccount = 0;
        Clock.Reset();
    }

    private bool Save()
    {
        _writer.Position = 0;
        _writer.WriteUInt32(Magic);
        _writer.WriteByte(Version);
        _writer.WriteBytes(Serial, 0, Serial.Length);
        _writer.WriteByte(CurrentAccount);
        Clock.Write(_writer);
        _writer.WriteUInt16(Crc16.Update(Crc16.Initial, _buffer, 0, FileLength - CrcLength));
        bool saved = _storage.BeginReplace(FileName) && _storage.Append(_buffer, 0, FileLength) && _storage.Commit();
        if (saved)
        {
            _storedCurrentAccount = CurrentAccount;
        }

        return saved;
    }

    private bool IsSealed()
    {
        int end = FileLength - CrcLength;
        return Crc16.Update(Crc16.Initial, _buffer, 0, end) == ((_buffer[end] << 8) | _buffer[end + 1]);
    }
}
