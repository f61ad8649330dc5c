using HwToken.Core.Protocol;

namespace HwToken.Device.Vault;

/// <summary>How often a PIN may be tried, what comes after the last try, and how many were.</summary>
public sealed class PinPolicy : IStateSection
{
    public const int DefaultMaxTries = Limits.DefaultPinTries;

    public const int MinMaxTries = Limits.MinPinTries;

    public const int MaxMaxTries = Limits.MaxPinTries;

    /// <summary>The wait after the first wrong PIN; it doubles with each.</summary>
    public const int FirstWaitMs = 1000;

    public const int LongestWaitMs = 64000;

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

    /// <summary>How long the next try has to wait after the last one.</summary>
    public int WaitMs
    {
        get
        {
            int wait = TriesUsed == 0 ? 0 : FirstWaitMs << (TriesUsed - 1);
            return wait < LongestWaitMs ? wait : LongestWaitMs;
        }
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
