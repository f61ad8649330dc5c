// Fields of a payload, read and written.
using System;
using HwToken.Core.Text;

namespace HwToken.Core.Protocol;

/// <summary>Reads a payload's fields, big-endian. A field that is not there reads as zero and sets <see cref="Failed"/>.</summary>
/// <remarks>So a codec reads all its fields straight through, and asks once at the end.</remarks>
public sealed class PayloadReader
{
    private byte[] _buffer;
    private int _position;
    private int _end;

    /// <summary>A field was cut off, or longer than its reader takes.</summary>
    public bool Failed { get; private set; }

    /// <summary>Bytes not read yet.</summary>
    public int Remaining => _end - _position;

    /// <summary>Every field was there, and nothing is left over.</summary>
    public bool Complete => !Failed && _position == _end;

    public void Reset(byte[] buffer, int offset, int count)
    {
        _buffer = buffer;
        _position = offset;
        _end = offset + count;
        Failed = false;
    }

    public int ReadByte()
    {
        if (_position >= _end)
        {
            Failed = true;
            return 0;
        }

        return _buffer[_position++];
    }

    /// <summary>A byte that is 0 or 1: any other has no meaning yet, and fails.</summary>
    public bool ReadFlag()
    {
        int value = ReadByte();
        Failed |= value > 1;
        return value == 1;
    }

    public int ReadUInt16()
    {
        int high = ReadByte();
        return (high << 8) | ReadByte();
    }

    public long ReadUInt32()
    {
        long high = ReadUInt16();
        return (high << 16) | (uint)ReadUInt16();
    }

    public long ReadUInt40()
    {
        long high = ReadByte();
        return (high << 32) | ReadUInt32();
    }

    /// <summary>Two's complement, one byte: -128 to 127.</summary>
    public int ReadInt8() => (sbyte)ReadByte();

    /// <summary>Two's complement, four bytes.</summary>
    public int ReadInt32() => (int)ReadUInt32();

    public void ReadBytes(byte[] destination, int count)
    {
        if (count > Remaining || count > destination.Length)
        {
            Failed = true;
            _position = _end;
            return;
        }

        Array.Copy(_buffer, _position, destination, 0, count);
        _position += count;
    }

    /// <summary>A length byte and that many bytes, at most what <paramref name="destination"/> holds.</summary>
    /// <returns>The length; 0 if it failed.</returns>
    public int ReadBlock(byte[] destination)
    {
        int count = ReadByte();
        ReadBytes(destination, count);
        return Failed ? 0 : count;
    }

    /// <summary>A block of at most the text's capacity.</summary>
    public void ReadText(Utf8Text text) => text.Length = ReadBlock(text.Bytes);

    public void Skip(int count)
    {
        if (count > Remaining)
        {
            Failed = true;
            _position = _end;
            return;
        }

        _position += count;
    }
}

/// <summary>Writes a payload's fields, big-endian, into a buffer that the caller owns.</summary>
/// <remarks>Writing past the end is a mistake of this program, not of its peer: the array's own exception tells.</remarks>
public sealed class PayloadWriter
{
    private readonly byte[] _buffer;

    public PayloadWriter(byte[] buffer)
    {
        _buffer = buffer;
    }

    /// <summary>Where the next byte goes.</summary>
    public int Position { get; set; }

    public void WriteByte(int value)
    {
        _buffer[Position] = (byte)value;
        Position++;
    }

    public void WriteUInt16(int value)
    {
        WriteByte(value >> 8);
        WriteByte(value);
    }

    public void WriteUInt32(long value)
    {
        WriteUInt16((int)(value >> 16));
        WriteUInt16((int)value);
    }

    /// <summary>Unix seconds and time steps: 40 bits last until the year 36812, where 32 end in 2106.</summary>
    public void WriteUInt40(long value)
    {
        WriteByte((int)(value >> 32));
        WriteUInt32(value);
    }

    public void WriteBytes(byte[] source, int offset, int count)
    {
        Array.Copy(source, offset, _buffer, Position, count);
        Position += count;
    }

    /// <summary>A length byte and that many bytes.</summary>
    public void WriteBlock(byte[] source, int count)
    {
        WriteByte(count);
        WriteBytes(source, 0, count);
    }

    public void WriteText(Utf8Text text) => WriteBlock(text.Bytes, text.Length);
}
