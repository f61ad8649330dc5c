using System;

namespace HwToken.Core.Protocol.Messages;

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

    public void Write(PayloadWriter writer)
    {
        writer.WriteBlock(Letters, Count);
    }

    public void Read(PayloadReader reader)
    {
        Count = reader.ReadBlock(Letters);
    }

    public void Clear()
    {
        Array.Clear(Letters, 0, Letters.Length);
        Count = 0;
    }
}
