using System;
using System.Device.Gpio;
using System.Threading;
using HwToken.Device.App;
using HwToken.Device.Display;
using HwToken.Device.Input;
using HwToken.Device.Ports;
using HwToken.Device.Storage;
using HwToken.Device.Time;
using HwToken.Firmware.Adapters;
using nanoFramework.Runtime.Native;

namespace HwToken.Firmware;

/// <summary>The token on an ESP32: makes the board, and steps the app until it may sleep.</summary>
public static class Program
{
    /// <summary>
    /// The loop looks at the button and at USB at least this often: edges get lost. In between the button's edges and
    /// the link's bytes wake it.
    /// </summary>
    private const int LookMs = 50;

    public static void Main()
    {
        Pins pins = Pins.Of(SystemInfo.TargetName);
        GpioController gpio = new();
        PowerControl power = new(gpio, pins);

        // First of all: clock and display get ready while the rest is set up.
        power.FeedPeripherals();
        try
        {
            Run(pins, gpio, power);
        }
        catch (Exception)
        {
            // The app reports errors as values: this is a defect, or memory is full. Whatever it is, no code stays on
            // the screen. A press starts the program again, and so does USB, at once where it is plugged in.
            power.SwitchOff();
        }
    }

    private static void Run(Pins pins, GpioController gpio, PowerControl power)
    {
        AutoResetEvent wake = new(false);
        I2cBus.Connect(pins);
        SerialLink link = new(pins, wake);
        WakePress button = new(new PushButton(gpio, pins.Button, wake), power.WasWokenByButton);
        TokenApp app = new(new Board
        {
            Name = pins.BoardName,
            ClockChip = new ClockRegisters(),
            Display = new Ssd1306(new PanelTarget()),
            Button = button,
            Storage = new AtomicStorage(new FlashFiles()),
            Link = link,
            Power = power,
            Entropy = new BoardEntropy(new NativeHmacSha256(), power),
            HmacSha256 = new NativeHmacSha256(),
            VaultHmac = new NativeHmacSha256(),
        });

        SteadyTick tick = new();
        long nowMs = tick.Widen(Environment.TickCount64);
        while (button.TryReplay(nowMs, out long stepMs))
        {
            app.Step(stepMs);
        }

        while (true)
        {
            nowMs = tick.Widen(Environment.TickCount64);
            int waitMs = app.Step(nowMs);
            if (power.ExternalPower)
            {
                link.Open();
            }
            else if (link.IsOpen)
            {
                link.Close();
                app.LoseHost(nowMs);
                waitMs = 1;
            }
            else if (app.MaySleep)
            {
                power.SwitchOff();
            }

            wake.WaitOne(waitMs < LookMs ? waitMs : LookMs, false);
        }
    }
}
