using System;
using System.Device.Gpio;
using System.Threading;
using HwToken.Device.App;
using HwToken.Device.Display;
using HwToken.Device.Input;
using HwToken.Device.Ports;
using HwToken.Device.Storage;
using HwToken.Device.Time;
using HwToken.Device.Ui;
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

    /// <summary>A step that takes longer hangs: long work is done in portions of some milliseconds.</summary>
    private const int LongestStepMs = 60000;

    /// <summary>How long a fault stays on the panel if nobody presses.</summary>
    private const int FaultShownMs = 60000;

    public static void Main()
    {
        PowerControl power = null;
        Ssd1306 panel = null;
        PushButton button = null;
        AutoResetEvent wake = new(false);
        FlashFiles files = new();
        try
        {
            Pins pins = Pins.Of(SystemInfo.TargetName);
            GpioController gpio = new();
            power = new(gpio, pins);

            // First of all: clock and display get ready while the rest is set up.
            power.FeedPeripherals();
            button = new PushButton(gpio, pins.Button, wake);
            I2cBus.Connect(pins);
            Panel chip = new Panel();
            panel = new Ssd1306(chip, chip);
            Run(pins, power, panel, button, files, wake);
        }
        catch (Exception fault)
        {
            // The app reports errors as values: this is a defect, or memory is full.
            Report(fault, panel, files);
            WaitForPress(button);
            if (power != null)
            {
                power.SwitchOffUntilPressed();
            }
        }
    }

    /// <summary>Takes the place of whatever the panel showed, a code too.</summary>
    private static void Report(Exception fault, Ssd1306 panel, FlashFiles files)
    {
        try
        {
            string text = FaultText.Of(fault.GetType().Name, fault.StackTrace);
            bool isKept = new FaultLog(files).Write(text);
            if (panel != null)
            {
                new FaultScreen(panel).Show(text, isKept);
            }
        }
        catch (Exception)
        {
            // A second fault on the way: at least no code stays on the panel.
            if (panel != null)
            {
                panel.SetPower(false);
            }
        }
    }

    private static void WaitForPress(PushButton button)
    {
        bool wasUp = false;
        for (int waitedMs = 0; button != null && waitedMs < FaultShownMs; waitedMs += LookMs)
        {
            bool isPressed = button.IsPressed;
            if (isPressed && wasUp)
            {
                return;
            }

            wasUp = wasUp || !isPressed;
            Thread.Sleep(LookMs);
        }
    }

    private static void Run(
        Pins pins, PowerControl power, Ssd1306 panel, PushButton finger, FlashFiles files, AutoResetEvent wake)
    {
        SerialLink link = new(pins, wake);
        WakePress button = new(finger, power.WasWokenByButton);
        TokenApp app = new(new Board
        {
            Name = pins.BoardName,
            ClockChip = new ClockRegisters(),
            Display = panel,
            Button = button,
            Storage = new AtomicStorage(files),
            Link = link,
            Power = power,
            Entropy = new BoardEntropy(new NativeHmacSha256(), power),
            HmacSha256 = new NativeHmacSha256(),
            VaultHmac = new NativeHmacSha256(),
            Radio = RadioSwitch.TurnOff(),
            Heap = new ManagedHeap(),
            LastFault = new FaultLog(files).Read(),
        });

        SteadyTick tick = new();
        long nowMs = tick.Widen(Environment.TickCount64);
        while (button.TryReplay(nowMs, out long stepMs))
        {
            Step(app, stepMs);
        }

        while (true)
        {
            nowMs = tick.Widen(Environment.TickCount64);
            int waitMs = Step(app, nowMs);
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

    /// <summary>Does a step. One that hangs ends as a fault does, with an exception in the method that hangs.</summary>
    /// <remarks>
    /// The time that native code takes does not count (nf-interpreter a3e8139,
    /// nf_rt_native_nanoFramework_Runtime_Native_ExecutionConstraint.cpp).
    /// </remarks>
    private static int Step(TokenApp app, long nowMs)
    {
        ExecutionConstraint.Install(LongestStepMs, 0);
        try
        {
            return app.Step(nowMs);
        }
        finally
        {
            ExecutionConstraint.Install(Timeout.Infinite, 0);
        }
    }
}
