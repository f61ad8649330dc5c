namespace HwToken.Core.Protocol.Messages;

/// <summary>The comparisons that a token remembers since its clock was set, the oldest first.</summary>
public sealed class ListComparisonsReply : IMessage
{
    /// <summary>A token keeps no more, and one reply holds them.</summary>
    public const int MaxEntries = 12;

    public ListComparisonsReply()
    {
        Entries = new ClockComparison[MaxEntries];
        for (int i = 0; i < MaxEntries; i++)
        {
            Entries[i] = new ClockComparison();
        }
    }

    public int Count { get; set; }

    /// <summary>The first <see cref="Count"/> of them count.</summary>
    public ClockComparison[] Entries { get; }

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte(Count);
        for (int i = 0; i < Count; i++)
        {
            Entries[i].Write(writer);
        }
    }

    public void Read(PayloadReader reader)
    {
        int count = reader.ReadByte();
        if (count > MaxEntries)
        {
            reader.Skip(reader.Remaining + 1);
            return;
        }

        Count = count;
        for (int i = 0; i < count; i++)
        {
            Entries[i].Read(reader);
        }
    }
}
