// The command line, and what it asks for.
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using HwToken.Virtual.Links;

namespace HwToken.Virtual.Terminal;

/// <summary>The options of hwtoken-virtual.</summary>
internal static class CommandLine
{
    /// <summary>The fastest that a clock may be wrong; real ones stay below 100.</summary>
    private const double MaxDriftPpm = 100_000;

    private static readonly Option<LinkAddress> Link = new("--link")
    {
        HelpName = "PATH",
        Description = "the serial port to make, a symlink to a pseudo-terminal; or tcp:127.0.0.1:PORT",
        DefaultValueFactory = _ => LinkAddress.Default,
        CustomParser = ParseLink,
    };

    private static readonly Option<string?> State = new("--state")
    {
        HelpName = "FILE",
        Description = "keep the token's storage here between runs, NOT ENCRYPTED; without it the token forgets",
    };

    private static readonly Option<Agreement> Button = new("--button")
    {
        HelpName = "auto|never|stdin|delay:MS",
        Description = "who presses: auto agrees to everything; stdin reads press, long, screen, quit; "
            + "without it the keys of the terminal, or nobody",
        CustomParser = ParseButton,
    };

    private static readonly Option<TimeSpan?> ClockOffset = new("--clock-offset")
    {
        HelpName = "SECONDS",
        Description = "start with a clock that runs, this far ahead of the host's; without it the clock was never set",
        CustomParser = ParseOffset,
    };

    private static readonly Option<double> Drift = new("--drift-ppm")
    {
        HelpName = "N",
        Description = "how much too fast the clock runs, in parts per million",
        CustomParser = ParseDrift,
    };

    private static readonly Option<int?> Battery = new("--battery")
    {
        HelpName = "MILLIVOLTS",
        Description = "run on cells of this voltage; without it on USB, with no battery",
        CustomParser = ParseBattery,
    };

    private static readonly Option<string?> Screen = new("--screen")
    {
        HelpName = "none|text",
        Description = "draw the screen on standard output; without it, on a terminal only",
    };

    /// <param name="run">Gets what the command line asks for, and returns the exit status.</param>
    internal static RootCommand Build(Func<RunOptions, Task<int>> run)
    {
        Screen.AcceptOnlyFromAmong("none", "text");
        RootCommand command = new("A virtual HwToken: the token's own program, on a simulated board, behind a serial port.")
        {
            Link, State, Button, ClockOffset, Drift, Battery, Screen,
        };
        command.SetAction(result => run(Read(result)));
        return command;
    }

    private static RunOptions Read(ParseResult result)
    {
        Agreement? button = result.GetValue(Button);
        VirtualTokenOptions token = new()
        {
            Link = result.GetRequiredValue(Link),
            StateFile = result.GetValue(State),
            AgreeAfter = button?.After,
            ClockOffset = result.GetValue(ClockOffset),
            DriftPpm = result.GetValue(Drift),
            BatteryMillivolts = result.GetValue(Battery),
        };
        return new RunOptions(token, button?.Source ?? ButtonSource.Keys, result.GetValue(Screen) is { } screen ? screen == "text" : null);
    }

    private static LinkAddress? ParseLink(ArgumentResult result) =>
        LinkAddress.TryParse(result.Tokens[0].Value, out LinkAddress? address, out string error)
            ? address
            : Refuse<LinkAddress?>(result, error);

    private static Agreement? ParseButton(ArgumentResult result)
    {
        const string Delay = "delay:";
        string text = result.Tokens[0].Value;
        return text switch
        {
            "auto" => new Agreement(VirtualTokenOptions.AutomaticDelay, ButtonSource.Nobody),
            "never" => new Agreement(null, ButtonSource.Nobody),
            "stdin" => new Agreement(null, ButtonSource.Lines),
            _ when text.StartsWith(Delay, StringComparison.Ordinal)
                && ushort.TryParse(text.AsSpan(Delay.Length), NumberStyles.None, CultureInfo.InvariantCulture, out ushort ms)
                => new Agreement(TimeSpan.FromMilliseconds(ms), ButtonSource.Nobody),
            _ => Refuse<Agreement?>(result, $"--button takes auto, never, stdin or delay:MS (at most {ushort.MaxValue}), not '{text}'"),
        };
    }

    private static TimeSpan? ParseOffset(ArgumentResult result) =>
        TryParseNumber(result, 10e9, out double seconds)
            ? TimeSpan.FromSeconds(seconds)
            : Refuse<TimeSpan?>(result, $"--clock-offset takes seconds, not '{result.Tokens[0].Value}'");

    private static double ParseDrift(ArgumentResult result) =>
        TryParseNumber(result, MaxDriftPpm, out double ppm)
            ? ppm
            : Refuse<double>(result, $"--drift-ppm takes a number up to {MaxDriftPpm:F0} either way, not '{result.Tokens[0].Value}'");

    private static int? ParseBattery(ArgumentResult result) =>
        ushort.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out ushort millivolts)
            ? millivolts
            : Refuse<int?>(
                result, $"--battery takes millivolts up to {ushort.MaxValue}, not '{result.Tokens[0].Value}'");

    private static bool TryParseNumber(ArgumentResult result, double limit, out double value) =>
        double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
        && Math.Abs(value) <= limit;

    private static T? Refuse<T>(ArgumentResult result, string error)
    {
        result.AddError(error);
        return default;
    }

    private sealed record Agreement(TimeSpan? After, ButtonSource Source);
}

/// <summary>What the command line asks for.</summary>
/// <param name="DrawScreen">Null to draw it where standard output is a terminal.</param>
internal sealed record RunOptions(VirtualTokenOptions Token, ButtonSource Button, bool? DrawScreen);

/// <summary>Who presses the button, besides a token that agrees by itself.</summary>
internal enum ButtonSource
{
    /// <summary>Keys of the terminal, if standard input is one.</summary>
    Keys,

    Nobody,

    /// <summary>Lines of standard input.</summary>
    Lines,
}
