namespace HwToken.Core.Protocol.Messages;

public sealed class GetCodeReply : IMessage
{
    /// <summary>The code as a number; leading zeros make it <see cref="Digits"/> long.</summary>
    public int Code { get; set; }

    /// <summary>6 to 8.</summary>
    public int Digits { get; set; }

    /// <summary>The time step (RFC 6238's T) that the code belongs to.</summary>
    public long TimeStep { get; set; }

    /// <summary>Seconds until the next step begins, by the token's clock, at most 65535.</summary>
    public int SecondsLeft { get; set; }

    public void Clear()
    {
        Code = 0;
    }

    public void Write(PayloadWriter writer)
    {
        writer.WriteUInt32(Code);
        writer.WriteByte(Digits);
        writer.WriteUInt40(TimeStep);
        writer.WriteUInt16(SecondsLeft);
    }

    public void Read(PayloadReader reader)
    {
        Code = (int)reader.ReadUInt32();
        Digits = reader.ReadByte();
        TimeStep = reader.ReadUInt40();
        SecondsLeft = reader.ReadUInt16();
    }
}
