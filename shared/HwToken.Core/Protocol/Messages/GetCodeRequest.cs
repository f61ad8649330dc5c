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
    public Utf8Text Text { get; } = new Utf8Text(Limits.TextLength);

    public void Write(PayloadWriter writer)
    {
        writer.WriteBytes(AccountId, 0, AccountId.Length);
        writer.WriteByte(MinimumSecondsLeft);
        writer.WriteUInt40(NotBeforeStep);
        Text.Write(writer);
    }

    public void Read(PayloadReader reader)
    {
        reader.ReadBytes(AccountId, AccountId.Length);
        MinimumSecondsLeft = reader.ReadByte();
        NotBeforeStep = reader.ReadUInt40();
        Text.Read(reader);
    }
}
