using HwToken.Device.Ports;

namespace HwToken.TestKit.Device;

/// <summary>A button whose level a test sets.</summary>
public sealed class ScriptedButton : IButton
{
    public bool IsPressed { get; set; }
}
