namespace HwToken.Device.Time;

/// <summary>What the clock chip is doing about the temperature.</summary>
public enum ConversionState
{
    /// <summary>Nothing: another conversion can be started.</summary>
    Idle,

    /// <summary>It measures, at most 200 ms long (datasheet, tCONV).</summary>
    Converting,

    /// <summary>The chip did not answer.</summary>
    Unreadable,
}
