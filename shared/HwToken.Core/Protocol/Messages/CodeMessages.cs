// Messages of GetCode.
using HwToken.Core.Text;

namespace HwToken.Core.Protocol.Messages;

public sealed class GetCodeRequest : IMessage
{
    /// <summary>See <see cref="Protocol.AccountId"/>.</summary>
    public byte[] AccountId { get; } = new byte[Protocol.AccountId.Length];

    /// <summary>
    /// A code with less time left than this many seconds is not handed out: after the press the token waits for the
    /// next step. 0 takes what there is. Less than the account's period.
    /// </summary>
    public int MinimumSecondsLeft { get; set; }

    /// <summary>The earliest time step wanted, for codes that were used before; 0 for any. At most two steps ahead.</summary>
    public long NotBeforeStep { get; set; }

    /// <summary>Who asks and for what, such as "aws: prod-admin": shown to the owner.</summary>
    public Utf8Text Text { get; } = new(Limits.TextLength);

    public void Write(PayloadWriter writer)
    {
        writer.WriteBytes(AccountId, 0, AccountId.Length);
        writer.WriteByte(MinimumSecondsLeft);
        writer.WriteUInt40(NotBeforeStep);
        writer.WriteText(Text);
    }

    public void Read(PayloadReader reader)
    {
        reader.ReadBytes(AccountId, AccountId.Length);
        MinimumSecondsLeft = reader.ReadByte();
        NotBeforeStep = reader.ReadUInt40();
        reader.ReadText(Text);
    }
}

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

    public void Clear() => Code = 0;

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
