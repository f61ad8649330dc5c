using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;

namespace HwToken.TestKit.Device;

/// <summary>A frame that a token has sent.</summary>
public sealed record TokenReply(Command Command, int Sequence, Status Status, bool IsInterim, byte[] Fields)
{
    /// <summary>Every frame in a token's bytes.</summary>
    /// <exception cref="InvalidDataException">There is something that is no whole reply.</exception>
    public static List<TokenReply> ReadAll(ReadOnlySpan<byte> bytes)
    {
        var reader = new FrameReader();
        var replies = new List<TokenReply>();
        foreach (byte value in bytes)
        {
            if (reader.Push(value))
            {
                replies.Add(Read(reader));
            }
        }

        return reader.Dropped == 0 && (bytes.IsEmpty || bytes[^1] == Frame.Delimiter)
            ? replies
            : throw new InvalidDataException("the token sent something that is no frame");
    }

    /// <summary>The fields behind the status, which must be all that there is.</summary>
    public T As<T>()
        where T : IMessage, new()
    {
        var message = new T();
        var reader = new PayloadReader();
        reader.Reset(Fields, 0, Fields.Length);
        message.Read(reader);
        return reader.Complete
            ? message
            : throw new InvalidDataException($"{Command} answered {Status} and no {typeof(T).Name}");
    }

    private static TokenReply Read(FrameReader reader)
    {
        bool isReply = reader.Version == Frame.Version && (reader.Flags | Frame.InterimFlag) == (Frame.ReplyFlag | Frame.InterimFlag);
        if (!isReply)
        {
            throw new InvalidDataException($"the token sent version {reader.Version}, flags {reader.Flags}");
        }

        var status = (Status)reader.Payload.ReadByte();
        byte[] fields = new byte[reader.Payload.Remaining];
        reader.Payload.ReadBytes(fields, fields.Length);
        return new TokenReply(reader.Command, reader.Sequence, status, (reader.Flags & Frame.InterimFlag) != 0, fields);
    }
}
