using HwToken.Core.Protocol;

namespace HwToken.Device.Vault;

/// <summary>How often a PIN may be tried, what comes after the last try, and how many were.</summary>
public sealed class PinPolicy : IStateSection
{
    public const int DefaultMaxTries = 8;

    public const int MinMaxTries = 3;

    public const int MaxMaxTries = 15;

    public int SectionLength
    {
        get { return 3; }
    }

    /// <summary>Wrong PINs in a row until the end: 3 to 15.</summary>
    public int MaxTries { get; set; }

    /// <summary>The end is that everything is erased; otherwise the token stays locked until its owner wipes it.</summary>
    public bool ErasesAtTheEnd { get; set; }

    /// <summary>Tries since the last right PIN. Counted before each is checked.</summary>
    public int TriesUsed { get; set; }

    public int TriesLeft
    {
        get { return MaxTries > TriesUsed ? MaxTries - TriesUsed : 0; }
    }

    public void Reset()
    {
        MaxTries = DefaultMaxTries;
        ErasesAtTheEnd = false;
        TriesUsed = 0;
    }

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte(MaxTries);
        writer.WriteByte(ErasesAtTheEnd ? 1 : 0);
        writer.WriteByte(TriesUsed);
    }

    public void Read(PayloadReader reader)
    {
        MaxTries = reader.ReadByte();
        ErasesAtTheEnd = reader.ReadByte() == 1;
        TriesUsed = reader.ReadByte();
    }
}
