namespace HwToken.Core.Protocol.Messages;

/// <summary>Whether the token has a PIN, and what becomes of wrong ones: a part of <see cref="InfoReply"/>.</summary>
public sealed class PinState : IMessage
{
    private const int SetFlag = 1;
    private const int LockedFlag = 2;
    private const int ErasesFlag = 4;

    /// <summary>A PIN is set.</summary>
    public bool IsSet { get; set; }

    /// <summary>It has not been given.</summary>
    public bool IsLocked { get; set; }

    /// <summary>Everything is erased behind the last wrong PIN; otherwise the token stays locked.</summary>
    public bool Erases { get; set; }

    /// <summary>0 if the token is blocked, and without a PIN.</summary>
    public int TriesLeft { get; set; }

    /// <summary>Wrong PINs in a row until the end; 0 without a PIN.</summary>
    public int MaxTries { get; set; }

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte((IsSet ? SetFlag : 0) | (IsLocked ? LockedFlag : 0) | (Erases ? ErasesFlag : 0));
        writer.WriteByte(TriesLeft);
        writer.WriteByte(MaxTries);
    }

    public void Read(PayloadReader reader)
    {
        int flags = reader.ReadByte();
        IsSet = (flags & SetFlag) != 0;
        IsLocked = (flags & LockedFlag) != 0;
        Erases = (flags & ErasesFlag) != 0;
        TriesLeft = reader.ReadByte();
        MaxTries = reader.ReadByte();
    }
}
