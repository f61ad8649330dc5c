// The shape of a frame, and the block of extensions that its payload may begin with.

namespace HwToken.Core.Protocol;

/// <summary>The shape of a frame; shared/PROTOCOL.md draws it.</summary>
/// <remarks>
/// On the wire: 00, COBS(header, payload, CRC-16), 00. The leading delimiter ends any garbage before the frame.
/// The header's three bytes and the CRC are the same in every version, so that a version can be refused by name.
/// </remarks>
public static class Frame
{
    /// <summary>The version this source speaks, in the high nibble of a header's first byte.</summary>
    public const int Version = 1;

    public const byte Delimiter = 0x00;

    /// <summary>Flags and version, sequence number, command.</summary>
    public const int HeaderLength = 3;

    public const int CrcLength = 2;

    /// <summary>Bytes a frame takes besides its payload: two delimiters, the COBS byte, header and CRC.</summary>
    public const int Overhead = 2 + 1 + HeaderLength + CrcLength;

    /// <summary>The longest payload, extensions included, that one COBS block can carry.</summary>
    public const int MaxPayload = Cobs.MaxBlock - HeaderLength - CrcLength;

    public const int MaxLength = MaxPayload + Overhead;

    /// <summary>The frame answers a request.</summary>
    public const int ReplyFlag = 0x01;

    /// <summary>The reply is not the last to its request: the token tells what it is waiting for.</summary>
    public const int InterimFlag = 0x02;

    /// <summary>The payload begins with an extension block (who asks, proof of it): see <see cref="Extensions"/>.</summary>
    public const int ExtensionFlag = 0x04;

    /// <summary>Must be zero in version 1.</summary>
    public const int ReservedFlag = 0x08;
}

/// <summary>
/// The extension block: a length byte, then type, length and value of each extension. Room for who asks and the proof
/// of it. Version 1 defines none; it skips those that may be skipped and refuses those that may not.
/// </summary>
public static class Extensions
{
    /// <summary>Set in the type of an extension without which the request must not be carried out.</summary>
    public const int CriticalFlag = 0x80;

    /// <summary>Reads past the block.</summary>
    /// <returns>
    /// <see cref="Status.Ok"/>, <see cref="Status.UnsupportedExtension"/>, or <see cref="Status.Malformed"/> where the
    /// lengths do not fit together.
    /// </returns>
    public static Status Skip(PayloadReader reader)
    {
        int length = reader.ReadByte();
        if (length > reader.Remaining)
        {
            return Status.Malformed;
        }

        int end = reader.Remaining - length;
        Status status = Status.Ok;
        while (reader.Remaining > end && !reader.Failed)
        {
            int type = reader.ReadByte();
            int size = reader.ReadByte();
            if (reader.Remaining - size < end)
            {
                return Status.Malformed;
            }

            reader.Skip(size);
            if ((type & CriticalFlag) != 0)
            {
                status = Status.UnsupportedExtension;
            }
        }

        return reader.Failed ? Status.Malformed : status;
    }
}
