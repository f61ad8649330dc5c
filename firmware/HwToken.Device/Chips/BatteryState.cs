namespace HwToken.Device.Chips;

/// <summary>What the cells have left, as far as their voltage tells.</summary>
public enum BatteryState
{
    /// <summary>Not measured, as on USB, or there is no battery behind the divider.</summary>
    Unknown,

    Good,

    /// <summary>Months are left: time to buy cells.</summary>
    Low,

    /// <summary>Any use may be the last one.</summary>
    Empty,
}
