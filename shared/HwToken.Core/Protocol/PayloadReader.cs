using System;

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
    public int Remaining
    {
        get { return _end - _position; }
    }

    /// <summary>Every field was there, and nothing is left over.</summary>
    public bool Complete
    {
        get { return !Failed && _position == _end; }
    }

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
    public int ReadInt8()
    {
        return (sbyte)ReadByte();
    }

    /// <summary>Two's complement, four bytes.</summary>
    public int ReadInt32()
    {
        return (int)ReadUInt32();
    }

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
