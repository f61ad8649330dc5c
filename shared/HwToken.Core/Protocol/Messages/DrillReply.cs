namespace HwToken.Core.Protocol.Messages;

/// <summary>What the token found when it checked itself. No code, and nothing that a code could be made of.</summary>
public sealed class DrillReply : IMessage
{
    private const int StorageFlag = 1;
    private const int RecordedFlag = 2;
    private const int PowerFlag = 4;
    private const int BatteryFlag = 8;

    /// <summary>Both copies of everything that it stores are whole.</summary>
    public bool IsStorageWhole { get; set; }

    /// <summary>Storage, accounts and clock were in order, and the drill is in the audit log.</summary>
    public bool IsRecorded { get; set; }

    /// <summary>The token is fed from USB: the battery's voltage is not one under load.</summary>
    public bool ExternalPower { get; set; }

    /// <summary>The token runs on its cells, and they are to be changed.</summary>
    public bool IsBatteryLow { get; set; }

    public int Accounts { get; set; }

    /// <summary>Accounts of which it computed a code, for nobody to see.</summary>
    public int GoodAccounts { get; set; }

    /// <summary>In millivolts; 0 where it cannot be measured.</summary>
    public int BatteryMillivolts { get; set; }

    /// <summary>Seals and drills, this one included if it is recorded.</summary>
    public SealState Seal { get; } = new SealState();

    public ClockReply Clock { get; } = new ClockReply();

    public void Write(PayloadWriter writer)
    {
        int flags = (IsStorageWhole ? StorageFlag : 0) | (IsRecorded ? RecordedFlag : 0);
        flags |= (ExternalPower ? PowerFlag : 0) | (IsBatteryLow ? BatteryFlag : 0);
        writer.WriteByte(flags);
        writer.WriteByte(Accounts);
        writer.WriteByte(GoodAccounts);
        writer.WriteUInt16(BatteryMillivolts);
        Seal.Write(writer);
        Clock.Write(writer);
    }

    public void Read(PayloadReader reader)
    {
        int flags = reader.ReadByte();
        IsStorageWhole = (flags & StorageFlag) != 0;
        IsRecorded = (flags & RecordedFlag) != 0;
        ExternalPower = (flags & PowerFlag) != 0;
        IsBatteryLow = (flags & BatteryFlag) != 0;
        Accounts = reader.ReadByte();
        GoodAccounts = reader.ReadByte();
        BatteryMillivolts = reader.ReadUInt16();
        Seal.Read(reader);
        Clock.Read(reader);
    }
}
