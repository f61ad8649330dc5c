// Messages about the PIN.
using System;

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

/// <summary>Behind <see cref="Status.PinWrong"/> and <see cref="Status.PinWait"/>: what is left, and when.</summary>
public sealed class PinReply : IMessage
{
    public int TriesLeft { get; set; }

    /// <summary>Seconds until the next try is taken; at most 64.</summary>
    public int WaitSeconds { get; set; }

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte(TriesLeft);
        writer.WriteByte(WaitSeconds);
    }

    public void Read(PayloadReader reader)
    {
        TriesLeft = reader.ReadByte();
        WaitSeconds = reader.ReadByte();
    }
}

/// <summary>What becomes of wrong PINs. The PIN itself follows in EnterPin.</summary>
public sealed class SetPinRequest : IMessage
{
    /// <summary>
    /// Wrong PINs in a row until the end: <see cref="Limits.MinPinTries"/> to <see cref="Limits.MaxPinTries"/>.
    /// </summary>
    public int MaxTries { get; set; }

    /// <summary>The end is that everything is erased; otherwise the token stays locked until it is wiped.</summary>
    public bool Erases { get; set; }

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte(MaxTries);
        writer.WriteByte(Erases ? 1 : 0);
    }

    public void Read(PayloadReader reader)
    {
        MaxTries = reader.ReadByte();
        Erases = reader.ReadFlag();
    }
}

/// <summary>The screen shows letters beside the ten digits: EnterPin may come.</summary>
public sealed class LettersReply : IMessage
{
    /// <summary>How long it shows them.</summary>
    public int Seconds { get; set; }

    public void Write(PayloadWriter writer) => writer.WriteByte(Seconds);

    public void Read(PayloadReader reader) => Seconds = reader.ReadByte();
}

/// <summary>A PIN as the host knows it: which letters of the token's screen were typed, never which digits.</summary>
public sealed class EnterPinRequest : IMessage
{
    /// <summary>The first letter that the screen shows; the others follow it in the alphabet.</summary>
    public const char FirstLetter = 'a';

    /// <summary>Letters on the screen, one for each digit.</summary>
    public const int LetterCount = 10;

    /// <summary>The letters' places in the alphabet, 0 to 9; the first <see cref="Count"/> count.</summary>
    public byte[] Letters { get; } = new byte[Limits.MaxPinDigits];

    public int Count { get; set; }

    public void Write(PayloadWriter writer) => writer.WriteBlock(Letters, Count);

    public void Read(PayloadReader reader) => Count = reader.ReadBlock(Letters);

    public void Clear()
    {
        Array.Clear(Letters, 0, Letters.Length);
        Count = 0;
    }
}
