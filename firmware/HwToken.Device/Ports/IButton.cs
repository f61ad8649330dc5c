namespace HwToken.Device.Ports;

/// <summary>The one button, raw: bounce and gestures are portable code's.</summary>
public interface IButton
{
    /// <summary>The level at this moment.</summary>
    bool IsPressed { get; }
}
