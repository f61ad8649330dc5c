namespace HwToken.Core.Protocol.Messages;

public sealed class DeleteAccountRequest : IMessage
{
    /// <summary>See <see cref="Protocol.AccountId"/>.</summary>
    public byte[] AccountId { get; } = new byte[Protocol.AccountId.Length];

    public void Write(PayloadWriter writer)
    {
        writer.WriteBytes(AccountId, 0, AccountId.Length);
    }

    public void Read(PayloadReader reader)
    {
        reader.ReadBytes(AccountId, AccountId.Length);
    }
}
