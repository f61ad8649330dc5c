using System;
using HwToken.Core.Protocol;
using HwToken.Device.Crypto;
using HwToken.Device.Ports;

namespace HwToken.Device.Vault;

/// <summary>
/// What the clock chip's memory keeps for the vault: a share of its keys, and the newest state's generation, so that an
/// older copy of the flash is noticed.
/// </summary>
/// <remarks>
/// <code>
/// 00     A5, then the share (32 bytes) and the CRC over both (2 bytes)
/// 28     generation (4 bytes) and its CRC (2 bytes), if it is even
/// 2E     the same, if it is odd
/// </code>
/// The two generations take turns, so that a power cut while one is written leaves the other.
/// </remarks>
public sealed class TamperMemory
{
    private const int SharePosition = 0;
    private const int GenerationPosition = 0x28;
    private const int GenerationLength = 4 + CrcLength;
    private const int ShareLength = 1 + KeyDerivation.KeyLength + CrcLength;
    private const int CrcLength = 2;
    private const byte Mark = 0xA5;

    /// <summary>One answer that is missed on the bus must not be taken for a chip that has forgotten.</summary>
    private const int Attempts = 3;

    private readonly IBatteryMemory _memory;
    private readonly byte[] _buffer = new byte[ShareLength];
    private readonly PayloadReader _reader = new();
    private readonly PayloadWriter _writer;

    public TamperMemory(IBatteryMemory memory)
    {
        _memory = memory;
        _writer = new PayloadWriter(_buffer);
    }

    public bool Detect()
    {
        bool found = false;
        for (int i = 0; i < Attempts && !found; i++)
        {
            found = _memory.Detect();
        }

        return found;
    }

    /// <returns>Good, and the share; KeyLost if the chip has forgotten it, Unreadable if it does not answer.</returns>
    public VaultHealth ReadShare(byte[] share)
    {
        if (!Read(SharePosition, ShareLength))
        {
            return VaultHealth.Unreadable;
        }

        bool found = _buffer[0] == Mark && IsIntact(ShareLength);
        if (found)
        {
            Array.Copy(_buffer, 1, share, 0, KeyDerivation.KeyLength);
        }

        Clear();
        return found ? VaultHealth.Good : VaultHealth.KeyLost;
    }

    /// <returns>False if the chip did not keep it.</returns>
    public bool TryWriteShare(byte[] share)
    {
        _writer.Position = 0;
        _writer.WriteByte(Mark);
        _writer.WriteBytes(share, 0, KeyDerivation.KeyLength);
        bool written = Write(SharePosition, ShareLength)
            && Read(SharePosition, ShareLength) && IsIntact(ShareLength)
            && FixedTime.AreEqual(_buffer, 1, share, 0, KeyDerivation.KeyLength);
        Clear();
        return written;
    }

    /// <summary>The newest generation that was remembered; -1 if there is none.</summary>
    public long ReadGeneration()
    {
        long even = ReadGeneration(0);
        long odd = ReadGeneration(1);
        return even > odd ? even : odd;
    }

    /// <returns>False if the chip did not answer.</returns>
    public bool WriteGeneration(long generation)
    {
        _writer.Position = 0;
        _writer.WriteUInt32(generation);
        return Write(GenerationPosition + ((int)(generation & 1) * GenerationLength), GenerationLength);
    }

    /// <summary>Forgets both generations: a new token begins with 1.</summary>
    public void ClearGenerations()
    {
        Clear();
        WriteBuffer(GenerationPosition, 2 * GenerationLength);
    }

    private long ReadGeneration(int place)
    {
        int position = GenerationPosition + (place * GenerationLength);
        if (!Read(position, GenerationLength) || !IsIntact(GenerationLength))
        {
            return -1;
        }

        _reader.Reset(_buffer, 0, GenerationLength);
        return _reader.ReadUInt32();
    }

    private bool Write(int position, int length)
    {
        _writer.Position = length - CrcLength;
        _writer.WriteUInt16(Crc16.Update(Crc16.Initial, _buffer, 0, length - CrcLength));
        return WriteBuffer(position, length);
    }

    private bool WriteBuffer(int position, int length)
    {
        bool written = false;
        for (int i = 0; i < Attempts && !written; i++)
        {
            written = _memory.Write(position, _buffer, length);
        }

        return written;
    }

    private bool Read(int position, int length)
    {
        bool read = false;
        for (int i = 0; i < Attempts && !read; i++)
        {
            read = _memory.Read(position, _buffer, length);
        }

        return read;
    }

    private bool IsIntact(int length)
    {
        int end = length - CrcLength;
        return Crc16.Update(Crc16.Initial, _buffer, 0, end) == ((_buffer[end] << 8) | _buffer[end + 1]);
    }

    private void Clear() => Array.Clear(_buffer, 0, _buffer.Length);
}
