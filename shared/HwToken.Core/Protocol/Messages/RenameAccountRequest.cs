namespace HwToken.Core.Protocol.Messages;

public sealed class RenameAccountRequest : IMessage
{
    /// <summary>See <see cref="Protocol.AccountId"/>.</summary>
    public byte[] AccountId { get; } = new byte[Protocol.AccountId.Length];

    public Utf8Text NewName { get; } = new Utf8Text(Limits.NameLength);

    public void Write(PayloadWriter writer)
    {
        writer.WriteBytes(AccountId, 0, AccountId.Length);
        NewName.Write(writer);
    }

    public void Read(PayloadReader reader)
    {
        reader.ReadBytes(AccountId, AccountId.Length);
        NewName.Read(reader);
    }
}
