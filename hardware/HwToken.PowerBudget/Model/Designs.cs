using HwToken.PowerBudget.Inputs;

namespace HwToken.PowerBudget.Model;

/// <summary>The pocket token, the steps that led to it, and what one mistake makes of it.</summary>
public sealed class Designs(FigureTable figures)
{
    /// <summary>The pocket token while an image that nobody has configured runs the radio.</summary>
    public Design RadioOn => new(
        "radio on", [], [figures["s3.radio"], figures["oled.on"], figures["rtc.active"], figures["ldo.loaded"]]);

    /// <summary>The regulator is switched off between two uses; what is left is leakage.</summary>
    public Design Pocket => new("power latch: regulator off", Leakage, Awake);

    /// <summary>The processor sleeps behind a running regulator, everything else is switched off.</summary>
    public Design DeepSleep => new(
        "deep sleep, display, clock chip and divider gated",
        [figures["s3.deep-sleep"], figures["ldo.ground"], .. LeakageBesideRegulator], Awake);

    public Design DeepSleepUngated => new(
        "deep sleep, nothing gated",
        [
            figures["s3.deep-sleep"], figures["ldo.ground"], figures["oled.asleep"], figures["rtc.vcc"],
            figures["divider.on"], .. LeakageBesideRegulator,
        ],
        Awake);

    public Design Bench => new(
        "bench build on the same cells",
        [figures["devkit.deep-sleep"], figures["oled.asleep"], figures["rtc.vcc"]], Awake);

    /// <summary>From the bench to the pocket.</summary>
    public IReadOnlyList<Design> Steps => [Bench, DeepSleepUngated, DeepSleep, Pocket];

    /// <summary>The pocket token with one thing wrong.</summary>
    public IReadOnlyList<Design> Mistakes =>
    [
        Pocket.Adding("battery divider always on", figures["divider.on"]),
        DeepSleep with { Title = "latch stuck on: deep sleep instead" },
        Pocket.Adding("display left powered", figures["oled.asleep"]),
        Pocket.Adding("clock chip left on VCC", figures["rtc.vcc"]),
        DeepSleep with
        {
            Title = "AMS1117 as the regulator",
            Standby = [figures["s3.deep-sleep"], figures["ams1117.ground"], .. LeakageBesideRegulator],
        },
        Pocket with { Title = "button held down in a bag", Standby = [.. Awake, .. LeakageBesideRegulator] },
    ];

    /// <summary>The clock chip on its own cell. The maximum current is a maximum over temperature.</summary>
    public Design Clock => new("clock chip on its own cell", [figures["rtc.battery"]], []);

    /// <summary>The bench build's module has another chip than the pocket token.</summary>
    public Design BenchClock => new("clock module on its own cell", [figures["rtc-bench.battery"]], []);

    private IReadOnlyList<Figure> Leakage => [figures["ldo.shutdown"], .. LeakageBesideRegulator];

    private IReadOnlyList<Figure> LeakageBesideRegulator =>
    [
        figures["switch.off"], figures["mux.supply"], figures["capacitor.leakage"], figures["button.leakage"],
        figures["board.leakage"],
    ];

    private IReadOnlyList<Figure> Awake =>
        [figures["s3.awake"], figures["oled.on"], figures["rtc.active"], figures["ldo.loaded"]];
}
