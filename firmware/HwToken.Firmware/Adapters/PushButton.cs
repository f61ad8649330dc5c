using System.Device.Gpio;
using System.Threading;
using HwToken.Device.Ports;

namespace HwToken.Firmware.Adapters;

/// <summary>The button's level; and its edges, to wake the loop, which looks at the level again.</summary>
/// <remarks>
/// nanoFramework's own debouncing is left off: it swallows edges, and the app debounces. An edge that is lost costs
/// nothing but the time until the loop looks by itself.
/// </remarks>
internal sealed class PushButton : IButton
{
    private readonly GpioPin _pin;
    private readonly AutoResetEvent _wake;

    public PushButton(GpioController gpio, int pin, AutoResetEvent wake)
    {
        _wake = wake;
        // The pull-down is external: there is none inside that would hold in deep sleep.
        _pin = gpio.OpenPin(pin, PinMode.Input);
        _pin.ValueChanged += OnEdge;
    }

    /// <remarks>Each reading is an object that nanoFramework makes; comparing it with High would make another.</remarks>
    public bool IsPressed => (int)_pin.Read() != 0;

    private void OnEdge(object sender, PinValueChangedEventArgs e) => _wake.Set();
}
