using System;

namespace HwToken.Firmware;

/// <summary>
/// The one place for pin numbers. <c>hardware/wiring.csv</c> says the same, net by net, to those who solder; a test
/// keeps the two together.
/// </summary>
/// <remarks>
/// Which board it is, the image says by its name at start-up: one build serves both, and the wrong one cannot be
/// flashed. Both sets keep off the strapping pins, the flash's and PSRAM's, the debug UART's and USB's; what wakes the
/// chip from deep sleep is on RTC pins, and the battery on the first converter.
/// </remarks>
internal sealed class Pins
{
    private const string S3 = "ESP32_S3";

    private Pins()
    {
    }

    /// <summary>At most 16 characters, for the host.</summary>
    public string BoardName { get; private set; }

    /// <summary>I2C bus of clock and display, data. Pull-ups to the switched supply.</summary>
    public int I2cData { get; private set; }

    public int I2cClock { get; private set; }

    /// <summary>To the USB bridge's RXD.</summary>
    public int LinkTransmit { get; private set; }

    /// <summary>From the USB bridge's TXD.</summary>
    public int LinkReceive { get; private set; }

    /// <summary>High while pressed; external pull-down. Wakes the chip.</summary>
    public int Button { get; private set; }

    /// <summary>High while USB feeds the token; external divider from VBUS to ground. Wakes the chip.</summary>
    public int UsbSense { get; private set; }

    /// <summary>The battery's divider. <see cref="BatteryChannel"/> is what the converter calls this pin.</summary>
    public int Battery { get; private set; }

    public int BatteryChannel { get; private set; }

    /// <summary>High connects the battery's divider; external pull-down.</summary>
    public int BatteryGate { get; private set; }

    /// <summary>High keeps the regulator on that a press or USB switched on; external pull-down. Nothing without a latch.</summary>
    public int PowerHold { get; private set; }

    /// <summary>High feeds clock, display and pull-ups; external pull-down.</summary>
    public int SupplyGate { get; private set; }

    /// <summary>The converter's slope, microvolts a count.</summary>
    public int AdcMicrovoltsPerCount { get; private set; }

    /// <summary>What the converter's line says at count 0, millivolts.</summary>
    public int AdcOffsetMillivolts { get; private set; }

    /// <param name="targetName">What the firmware image calls itself, such as ESP32_REV3 or ESP32_S3_QUAD.</param>
    public static Pins Of(string targetName) => targetName.IndexOf(S3) == 0 ? Esp32S3() : Esp32DevKit();

    /// <summary>ESP32 DevKit, WROOM-32.</summary>
    private static Pins Esp32DevKit()
    {
        return new Pins
        {
            BoardName = "esp32",
            I2cData = 21,
            I2cClock = 22,
            LinkTransmit = 19,
            LinkReceive = 18,
            Button = 33,
            UsbSense = 32,
            Battery = 34,
            BatteryChannel = 6,
            BatteryGate = 25,
            PowerHold = 27,
            SupplyGate = 26,

            // 12 bits at 12 dB with the nominal reference of 1100 mV: ESP-IDF 5, esp_adc_cal, scale 196602 / 4096 /
            // 65536 and offset 142 for ADC1. The reference is between 1000 and 1200 mV: 10 % either way.
            AdcMicrovoltsPerCount = 806,
            AdcOffsetMillivolts = 142,
        };
    }

    /// <summary>ESP32-S3 DevKitC-1 and the like.</summary>
    private static Pins Esp32S3()
    {
        return new Pins
        {
            BoardName = "esp32-s3",
            I2cData = 8,
            I2cClock = 9,
            LinkTransmit = 17,
            LinkReceive = 18,
            Button = 5,
            UsbSense = 6,
            Battery = 7,
            BatteryChannel = 6,
            BatteryGate = 15,
            PowerHold = 4,
            SupplyGate = 16,

            // 12 bits at 12 dB, 3100 mV at full scale (ESP-IDF, "ADC Oneshot Mode Driver", attenuation), uncalibrated.
            AdcMicrovoltsPerCount = 757,
            AdcOffsetMillivolts = 0,
        };
    }
}
