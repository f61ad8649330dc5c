namespace HwToken.Device.App;

/// <summary>What a finger said with the one button.</summary>
public enum Gesture
{
    None,

    /// <summary>Pressed and let go: known when it is let go.</summary>
    ShortPress,

    /// <summary>Held for <see cref="ButtonGestures.LongPressMs"/>: known while it is still held.</summary>
    LongPress,

    /// <summary>
    /// Held on for <see cref="ButtonGestures.VeryLongPressMs"/>: known while it is still held, and always behind this
    /// press's <see cref="LongPress"/>.
    /// </summary>
    VeryLongPress,
}
