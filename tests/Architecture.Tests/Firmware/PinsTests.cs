namespace HwToken.Architecture.Tests.Firmware;

/// <summary>The program's pins, the builder's wiring, and what the chips allow.</summary>
public class PinsTests
{
    private static readonly string[] Wake = ["BUTTON", "USB_SENSE"];
    private static readonly string[] Gates = ["BATTERY_GATE", "POWER_HOLD", "SUPPLY_GATE"];

    public static TheoryData<Board> Boards => [.. Enum.GetValues<Board>()];

    [Theory]
    [MemberData(nameof(Boards))]
    public void Pins_OfABoard_AreThoseOfTheWiringTable(Board board)
    {
        Assert.NotEmpty(PinsSource.PinsOf(board));
        Assert.Equal(Wiring.PinsOf(board), PinsSource.PinsOf(board));
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void Pins_OfABoard_AreAllDifferent(Board board) =>
        Assert.Distinct(PinsSource.PinsOf(board).Values);

    [Theory]
    [MemberData(nameof(Boards))]
    public void Pins_ThatWake_AreRtcPins(Board board) =>
        Assert.All(Wake, net => Assert.Contains(PinsSource.PinsOf(board)[net], RtcPins(board)));

    [Theory]
    [MemberData(nameof(Boards))]
    public void Pins_OfABoard_KeepOffWhatTheChipNeedsItself(Board board) =>
        Assert.DoesNotContain(PinsSource.PinsOf(board), pin => TakenPins(board).Contains(pin.Value));

    [Theory]
    [MemberData(nameof(Boards))]
    public void Pins_ThatAreDriven_CanBeOutputs(Board board)
    {
        // ESP32 datasheet, "Pin Overview": GPIO34 to GPIO39 are inputs only. The S3 has none such.
        int[] inputsOnly = board == Board.Esp32DevKit ? [34, 35, 36, 37, 38, 39] : [];
        Assert.All(
            PinsSource.PinsOf(board).Where(pin => pin.Key != "BATTERY"), pin => Assert.DoesNotContain(pin.Value, inputsOnly));
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void Pins_Battery_IsThatChannelOfTheFirstConverter(Board board)
    {
        // ESP32: ADC1 channels 0 to 7 are GPIO36 to 39 and 32 to 35. ESP32-S3: channels 0 to 9 are GPIO1 to 10.
        int[] channels = board == Board.Esp32DevKit
            ? [36, 37, 38, 39, 32, 33, 34, 35]
            : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        SortedDictionary<string, int> numbers = PinsSource.NumbersOf(board);
        Assert.Equal(numbers["BATTERY"], channels[numbers["BATTERY_CHANNEL"]]);
    }

    [Fact]
    public void Wiring_WhatWakesOrGates_HasAPullOutsideTheChip() =>
        Assert.All(
            Wake.Concat(Gates),
            net => Assert.Contains(
                Wiring.Wires, wire => wire.Net == net && wire.Remark.Contains("pull-down", StringComparison.Ordinal)));

    /// <summary>Pins that are seen in deep sleep: ESP32 and ESP32-S3 datasheets, "RTC GPIOs".</summary>
    private static int[] RtcPins(Board board) => board == Board.Esp32DevKit
        ? [0, 2, 4, 12, 13, 14, 15, 25, 26, 27, 32, 33, 34, 35, 36, 37, 38, 39]
        : [.. Enumerable.Range(0, 22)];

    /// <summary>
    /// Strapping pins, flash and PSRAM, UART0 and USB, where the debugger listens: the datasheets' "Strapping Pins" and
    /// pin tables.
    /// </summary>
    private static int[] TakenPins(Board board) => board == Board.Esp32DevKit
        ? [0, 2, 5, 12, 15, .. Enumerable.Range(6, 6), 16, 17, 1, 3]
        : [0, 3, 45, 46, .. Enumerable.Range(26, 12), 43, 44, 19, 20];
}
