namespace HwToken.Core.Protocol.Messages;

public sealed class InfoReply : IMessage
{
    public int FirmwareMajor { get; set; }

    public int FirmwareMinor { get; set; }

    public int FirmwarePatch { get; set; }

    /// <summary>What it runs on, such as "esp32" or "virtual": at most 16 bytes.</summary>
    public Utf8Text Board { get; } = new Utf8Text(16);

    public int Accounts { get; set; }

    public int AccountCapacity { get; set; }

    /// <summary>Battery voltage in millivolts; 0 where it cannot be measured.</summary>
    public int BatteryMillivolts { get; set; }

    /// <summary>The token is fed from USB.</summary>
    public bool ExternalPower { get; set; }

    public ClockReply Clock { get; } = new ClockReply();

    public PinState Pin { get; } = new PinState();

    public SealState Seal { get; } = new SealState();

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte(FirmwareMajor);
        writer.WriteByte(FirmwareMinor);
        writer.WriteByte(FirmwarePatch);
        Board.Write(writer);
        writer.WriteByte(Accounts);
        writer.WriteByte(AccountCapacity);
        writer.WriteUInt16(BatteryMillivolts);
        writer.WriteByte(ExternalPower ? 1 : 0);
        Clock.Write(writer);
        Pin.Write(writer);
        Seal.Write(writer);
    }

    public void Read(PayloadReader reader)
    {
        FirmwareMajor = reader.ReadByte();
        FirmwareMinor = reader.ReadByte();
        FirmwarePatch = reader.ReadByte();
        Board.Read(reader);
        Accounts = reader.ReadByte();
        AccountCapacity = reader.ReadByte();
        BatteryMillivolts = reader.ReadUInt16();
        ExternalPower = reader.ReadByte() != 0;
        Clock.Read(reader);
        Pin.Read(reader);
        Seal.Read(reader);
    }
}
