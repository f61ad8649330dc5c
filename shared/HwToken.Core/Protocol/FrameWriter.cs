namespace HwToken.Core.Protocol;

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
    public byte[] Buffer
    {
        get { return _buffer; }
    }

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
    public void Clear()
    {
        System.Array.Clear(_buffer, 0, _buffer.Length);
    }
}
