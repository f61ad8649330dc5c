using System.Device.Adc;
using System.Device.Gpio;
using System.Threading;
using HwToken.Device.Ports;
using HwToken.Device.Power;
using nanoFramework.Hardware.Esp32;

namespace HwToken.Firmware.Adapters;

/// <summary>Battery, USB, the supply of clock and display, and the ways to switch off.</summary>
internal sealed class PowerControl : IPower
{
    private const int UpperKilohms = 1000;
    private const int LowerKilohms = 1000;

    /// <summary>Two times 1 MOhm charge the 10 nF at the converter in 5 ms; seven times that is 0.1 %.</summary>
    private const int DividerSettlesMs = 35;

    /// <summary>The converter's noise is several counts.</summary>
    private const int Samples = 16;

    private readonly GpioPin _usbSense;
    private readonly GpioPin _batteryGate;
    private readonly GpioPin _supplyGate;
    private readonly GpioPin _hold;
    private readonly AdcChannel _battery;
    private readonly BatteryScale _scale;
    private readonly Sleep.WakeupGpioPin _wakeButton;
    private readonly Sleep.WakeupGpioPin _wakeUsb;

    public PowerControl(GpioController gpio, Pins pins)
    {
        // First of all: until then a capacitor that the press has charged holds the regulator, for some seconds.
        _hold = gpio.OpenPin(pins.PowerHold, PinMode.Output);
        _hold.Write(PinValue.High);

        // Opening an output drives it low: both gates stay as their pull-downs held them.
        _supplyGate = gpio.OpenPin(pins.SupplyGate, PinMode.Output);
        _batteryGate = gpio.OpenPin(pins.BatteryGate, PinMode.Output);
        _usbSense = gpio.OpenPin(pins.UsbSense, PinMode.Input);
        _battery = new AdcController().OpenChannel(pins.BatteryChannel);
        _scale = new BatteryScale(pins.AdcMicrovoltsPerCount, pins.AdcOffsetMillivolts, UpperKilohms, LowerKilohms);
        _wakeButton = (Sleep.WakeupGpioPin)(1UL << pins.Button);
        _wakeUsb = (Sleep.WakeupGpioPin)(1UL << pins.UsbSense);
    }

    /// <summary>A press started the program: it ended deep sleep, or switched the regulator on.</summary>
    public bool WasWokenByButton
    {
        get
        {
            Sleep.WakeupCause cause = Sleep.GetWakeupCause();
            return cause == Sleep.WakeupCause.Ext1
                ? (Sleep.GetWakeupGpioPin() & _wakeButton) != Sleep.WakeupGpioPin.None
                : cause == Sleep.WakeupCause.Undefined && !ExternalPower;
        }
    }

    /// <summary>Measured when it is asked for, with the divider connected for as long as that takes.</summary>
    public int BatteryMillivolts
    {
        get
        {
            _batteryGate.Write(PinValue.High);
            Thread.Sleep(DividerSettlesMs);
            int sum = ReadBattery();
            _batteryGate.Write(PinValue.Low);
            return _scale.Millivolts(sum, Samples);
        }
    }

    public bool ExternalPower => (int)_usbSense.Read() != 0;

    /// <summary>Feeds clock, display and the bus's pull-ups. The clock keeps time without it, on its cell.</summary>
    public void FeedPeripherals() => _supplyGate.Write(PinValue.High);

    /// <summary>The lowest bits of what the converter sees are noise, of which entropy is made.</summary>
    public int ReadConverter() => _battery.ReadValue();

    /// <summary>
    /// Everything off until the button is pressed or USB comes, which then restarts the program. Does not return.
    /// </summary>
    /// <remarks>
    /// Where there is a power latch, letting go of it switches the regulator off when its capacitor is empty, after half a
    /// minute at most. Until then, and where there is no latch, or USB or a finger on the button holds it, deep sleep
    /// follows, with one EXT1 source for both, any of them high: unlike EXT0 it lets the RTC's peripherals go without power.
    /// No pull inside the chip holds then; those outside do, and they keep the gates off.
    /// </remarks>
    public void SwitchOff()
    {
        SwitchOff(_wakeButton | _wakeUsb);
    }

    /// <summary>
    /// As <see cref="SwitchOff()"/>, but USB does not start the program: one that ends at its start would be started
    /// for ever. Does not return.
    /// </summary>
    public void SwitchOffUntilPressed()
    {
        SwitchOff(_wakeButton);
    }

    private void SwitchOff(Sleep.WakeupGpioPin wakers)
    {
        _supplyGate.Write(PinValue.Low);
        _batteryGate.Write(PinValue.Low);
        _hold.Write(PinValue.Low);
        Sleep.EnableWakeupByMultiPins(wakers, Sleep.WakeupMode.AnyHigh);
        Sleep.StartDeepSleep();
        Thread.Sleep(Timeout.Infinite);
    }

    private int ReadBattery()
    {
        int sum = 0;
        for (int i = 0; i < Samples; i++)
        {
            sum += _battery.ReadValue();
        }

        return sum;
    }
}
