namespace HwToken.Core.Protocol;

/// <summary>What a token knows about how fast its clock chip runs.</summary>
public enum ClockRate : byte
{
    /// <summary>Nothing but the datasheet.</summary>
    Unknown = 0,

    /// <summary>It was learned from comparisons.</summary>
    Learned = 1,

    /// <summary>Faster or slower than such a chip can be: a clone, a MEMS chip, or a broken one.</summary>
    Implausible = 2,
}
