// Frames from bytes and to bytes.

namespace HwToken.Core.Protocol;

/// <summary>
/// Finds frames in a stream of bytes that may hold anything else besides. Its memory is one frame: a sender that
/// never ends a frame costs nothing more, and the next delimiter puts it right again.
/// </summary>
public sealed class FrameReader
{
    // The COBS byte and the block. The delimiters are not kept.
    private readonly byte[] _buffer = new byte[1 + Cobs.MaxBlock];
    private int _count;
    private bool _overrun;

    /// <summary>The version in the header: to be compared with <see cref="Frame.Version"/>.</summary>
    public int Version { get; private set; }

    /// <summary>The header's low nibble: <see cref="Frame.ReplyFlag"/> and its neighbours.</summary>
    public int Flags { get; private set; }

    /// <summary>Chosen by the host; a reply carries its request's.</summary>
    public int Sequence { get; private set; }

    /// <summary>Any byte: a value that <see cref="Protocol.Command"/> does not name is the caller's to refuse.</summary>
    public Command Command { get; private set; }

    /// <summary>The payload behind the header, an extension block included.</summary>
    public PayloadReader Payload { get; } = new();

    /// <summary>Frames dropped since the start because they were damaged or too long.</summary>
    public int Dropped { get; private set; }

    /// <summary>Takes the next byte of the stream.</summary>
    /// <returns>True when it ended a whole frame, whose parts then stand in the properties until the next call.</returns>
    public bool Push(byte value)
    {
        if (value != Frame.Delimiter)
        {
            if (_count < _buffer.Length)
            {
                _buffer[_count++] = value;
            }
            else
            {
                _overrun = true;
            }

            return false;
        }

        int count = _count;
        bool overrun = _overrun;
        _count = 0;
        _overrun = false;
        if (count == 0)
        {
            return false;
        }

        if (overrun || !Take(count))
        {
            Dropped++;
            return false;
        }

        return true;
    }

    /// <summary>Forgets a frame that has begun to arrive.</summary>
    public void Reset()
    {
        _count = 0;
        _overrun = false;
    }

    /// <summary>Overwrites the last frame, which may have carried a seed.</summary>
    public void Clear()
    {
        System.Array.Clear(_buffer, 0, _buffer.Length);
        Reset();
    }

    private bool Take(int count)
    {
        int length = Cobs.Decode(_buffer, 0, count);
        int payload = length - Frame.HeaderLength - Frame.CrcLength;
        if (payload < 0)
        {
            return false;
        }

        int crcAt = 1 + Frame.HeaderLength + payload;
        int expected = (_buffer[crcAt] << 8) | _buffer[crcAt + 1];
        if (Crc16.Update(Crc16.Initial, _buffer, 1, Frame.HeaderLength + payload) != expected)
        {
            return false;
        }

        Version = _buffer[1] >> 4;
        Flags = _buffer[1] & 0x0F;
        Sequence = _buffer[2];
        Command = (Command)_buffer[3];
        Payload.Reset(_buffer, 1 + Frame.HeaderLength, payload);
        return true;
    }
}

/// <summary>Builds one frame at a time, in place: <see cref="Begin"/>, write the payload, <see cref="End"/>.</summary>
public sealed class FrameWriter
{
    // Delimiter and COBS byte come before the header.
    private const int HeaderAt = 2;

    private readonly byte[] _buffer = new byte[Frame.MaxLength];

    public FrameWriter()
    {
        Payload = new PayloadWriter(_buffer);
    }

    /// <summary>The frame's bytes; as many count as <see cref="End"/> returned.</summary>
    public byte[] Buffer => _buffer;

    /// <summary>Takes the payload between <see cref="Begin"/> and <see cref="End"/>: <see cref="Frame.MaxPayload"/> bytes at most.</summary>
    public PayloadWriter Payload { get; }

    /// <param name="flags"><see cref="Frame.ReplyFlag"/> and its neighbours, or 0 for a request.</param>
    /// <param name="sequence">0 to 255.</param>
    public void Begin(int flags, int sequence, Command command)
    {
        Payload.Position = HeaderAt;
        Payload.WriteByte((Frame.Version << 4) | flags);
        Payload.WriteByte(sequence);
        Payload.WriteByte((int)command);
    }

    /// <returns>How many bytes of <see cref="Buffer"/> are the frame.</returns>
    public int End()
    {
        int crc = Crc16.Update(Crc16.Initial, _buffer, HeaderAt, Payload.Position - HeaderAt);
        Payload.WriteUInt16(crc);
        Cobs.Encode(_buffer, HeaderAt - 1, Payload.Position - HeaderAt);
        _buffer[0] = Frame.Delimiter;
        _buffer[Payload.Position] = Frame.Delimiter;
        return Payload.Position + 1;
    }

    /// <summary>Overwrites the last frame, which may have carried a seed or a code.</summary>
    public void Clear() => System.Array.Clear(_buffer, 0, _buffer.Length);
}
