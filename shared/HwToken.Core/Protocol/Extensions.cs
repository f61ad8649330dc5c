namespace HwToken.Core.Protocol;

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
