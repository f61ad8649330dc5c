using HwToken.Core.Protocol;

namespace HwToken.Device.Vault;

/// <summary>Which accounts file belongs to the state: an older or newer one, however intact, does not.</summary>
public sealed class AccountIndex : IStateSection
{
    public int SectionLength
    {
        get { return 4 + 1 + 1; }
    }

    /// <summary>Goes up with every change of the accounts.</summary>
    public long Generation { get; set; }

    /// <summary>0 to <see cref="Limits.Accounts"/>.</summary>
    public int Count { get; set; }

    /// <summary>The place of the account that a press shows first. May lie behind the last account.</summary>
    public int Current { get; set; }

    public void Reset()
    {
        Generation = 0;
        Count = 0;
        Current = 0;
    }

    public void Write(PayloadWriter writer)
    {
        writer.WriteUInt32(Generation);
        writer.WriteByte(Count);
        writer.WriteByte(Current);
    }

    public void Read(PayloadReader reader)
    {
        Generation = reader.ReadUInt32();
        Count = reader.ReadByte();
        Current = reader.ReadByte();
    }
}
