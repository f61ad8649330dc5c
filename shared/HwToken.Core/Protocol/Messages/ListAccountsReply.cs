namespace HwToken.Core.Protocol.Messages;

/// <summary>Some accounts in the token's order; ask again from where they end until <see cref="Total"/> are known.</summary>
public sealed class ListAccountsReply : IMessage
{
    /// <summary>Entries of full length that fit a frame: the status and two counts come before them.</summary>
    public const int MaxEntries = (Frame.MaxPayload - 3) / AccountEntry.MaxLength;

    public ListAccountsReply()
    {
        for (int i = 0; i < MaxEntries; i++)
        {
            Entries[i] = new AccountEntry();
        }
    }

    /// <summary>Accounts on the token, in this reply or not.</summary>
    public int Total { get; set; }

    /// <summary>How many of <see cref="Entries"/> this reply carries, 0 to <see cref="MaxEntries"/>.</summary>
    public int Count { get; set; }

    public AccountEntry[] Entries { get; } = new AccountEntry[MaxEntries];

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte(Total);
        writer.WriteByte(Count);
        for (int i = 0; i < Count; i++)
        {
            Entries[i].Write(writer);
        }
    }

    public void Read(PayloadReader reader)
    {
        Total = reader.ReadByte();
        Count = reader.ReadByte();
        if (Count > MaxEntries)
        {
            // More than a frame holds: let the reader run dry, which is how every cut-off field is found.
            Count = 0;
            reader.Skip(Frame.MaxPayload);
            return;
        }

        for (int i = 0; i < Count; i++)
        {
            Entries[i].Read(reader);
        }
    }
}
