// What every message can do, and the messages about the token as a whole.
using HwToken.Core.Text;

namespace HwToken.Core.Protocol.Messages;

/// <summary>The payload of one request or one reply: it knows its bytes, and never sends.</summary>
/// <remarks>
/// Instances are made once and filled again, so that the token allocates nothing per request. A reply's codec begins
/// behind the status byte. A reply may grow at its end within version 1, a request may not: an old token must not
/// carry out half of what it was asked.
/// </remarks>
public interface IMessage
{
    void Write(PayloadWriter writer);

    /// <summary>Reads the fields in order; whether all were there, the reader tells.</summary>
    void Read(PayloadReader reader);
}

/// <summary>A request or reply without fields: hello, info, cancel, get clock and wipe ask so; most replies answer so.</summary>
public sealed class Empty : IMessage
{
    public void Write(PayloadWriter writer)
    {
    }

    public void Read(PayloadReader reader)
    {
    }
}

/// <summary>Behind an interim status: how long the token will wait for what the status names.</summary>
public sealed class InterimReply : IMessage
{
    public const int MaxSeconds = 255;

    /// <summary>Rounded up; <see cref="MaxSeconds"/> means that or more.</summary>
    public int Seconds { get; set; }

    public void Write(PayloadWriter writer) => writer.WriteByte(Seconds < MaxSeconds ? Seconds : MaxSeconds);

    public void Read(PayloadReader reader) => Seconds = reader.ReadByte();
}

public sealed class HelloReply : IMessage
{
    /// <summary>Lowest and highest protocol version spoken.</summary>
    public int MinVersion { get; set; } = Frame.Version;

    public int MaxVersion { get; set; } = Frame.Version;

    public TokenState State { get; set; }

    /// <summary><see cref="Limits.SerialLength"/> bytes, random, made at the first start and after a wipe.</summary>
    public byte[] Serial { get; } = new byte[Limits.SerialLength];

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte(MinVersion);
        writer.WriteByte(MaxVersion);
        writer.WriteByte((int)State);
        writer.WriteBytes(Serial, 0, Serial.Length);
    }

    public void Read(PayloadReader reader)
    {
        MinVersion = reader.ReadByte();
        MaxVersion = reader.ReadByte();
        State = (TokenState)reader.ReadByte();
        reader.ReadBytes(Serial, Serial.Length);
    }
}

public sealed class InfoReply : IMessage
{
    public int FirmwareMajor { get; set; }

    public int FirmwareMinor { get; set; }

    public int FirmwarePatch { get; set; }

    /// <summary>What it runs on, such as "esp32" or "virtual": at most 16 bytes.</summary>
    public Utf8Text Board { get; } = new(16);

    public int Accounts { get; set; }

    public int AccountCapacity { get; set; }

    /// <summary>Battery voltage in millivolts; 0 where it cannot be measured.</summary>
    public int BatteryMillivolts { get; set; }

    /// <summary>The token is fed from USB.</summary>
    public bool ExternalPower { get; set; }

    public ClockReply Clock { get; } = new();

    public PinState Pin { get; } = new();

    public SealState Seal { get; } = new();

    /// <summary>False where the token's firmware is older than these fields.</summary>
    public bool HasHealth { get; set; }

    public HealthState Health { get; } = new HealthState();

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte(FirmwareMajor);
        writer.WriteByte(FirmwareMinor);
        writer.WriteByte(FirmwarePatch);
        writer.WriteText(Board);
        writer.WriteByte(Accounts);
        writer.WriteByte(AccountCapacity);
        writer.WriteUInt16(BatteryMillivolts);
        writer.WriteByte(ExternalPower ? 1 : 0);
        Clock.Write(writer);
        Pin.Write(writer);
        Seal.Write(writer);
        if (HasHealth)
        {
            Health.Write(writer);
        }
    }

    public void Read(PayloadReader reader)
    {
        FirmwareMajor = reader.ReadByte();
        FirmwareMinor = reader.ReadByte();
        FirmwarePatch = reader.ReadByte();
        reader.ReadText(Board);
        Accounts = reader.ReadByte();
        AccountCapacity = reader.ReadByte();
        BatteryMillivolts = reader.ReadUInt16();
        ExternalPower = reader.ReadByte() != 0;
        Clock.Read(reader);
        Pin.Read(reader);
        Seal.Read(reader);
        HasHealth = reader.Remaining > 0;
        if (HasHealth)
        {
            Health.Read(reader);
        }
    }
}

/// <summary>How the board under a token is.</summary>
public sealed class HealthState : IMessage
{
    /// <summary>Characters of <see cref="LastFault"/>, ASCII, at most.</summary>
    public const int FaultLength = 42;

    public RadioState Radio { get; set; }

    /// <summary>Bytes of the managed heap that are free; 0 where the board cannot tell.</summary>
    public long FreeHeapBytes { get; set; }

    /// <summary>What ended the program last and where, as the screen showed it; empty if nothing has.</summary>
    public Utf8Text LastFault { get; } = new Utf8Text(FaultLength);

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte((int)Radio);
        writer.WriteUInt32(FreeHeapBytes);
        writer.WriteText(LastFault);
    }

    public void Read(PayloadReader reader)
    {
        Radio = (RadioState)reader.ReadByte();
        FreeHeapBytes = reader.ReadUInt32();
        reader.ReadText(LastFault);
    }
}
