using System;

namespace HwToken.Core.Protocol;

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
}
