using HwToken.Virtual.Links;
using HwToken.Virtual.Terminal;

namespace HwToken.Virtual.Tests.Terminal;

public class CommandLineTests
{
    [Fact]
    public void Parse_Nothing_IsTheDefault()
    {
        RunOptions options = Parse();

        Assert.Equal(new RunOptions(new VirtualTokenOptions(), ButtonSource.Keys, DrawScreen: null), options);
    }

    [Fact]
    public void Parse_EveryOption_IsTaken()
    {
        RunOptions options = Parse(
            "--link", "/run/token", "--state", "token.state", "--button", "delay:1500", "--clock-offset", "-2.5",
            "--drift-ppm", "-20", "--battery", "4300", "--screen", "text");

        VirtualTokenOptions token = new()
        {
            Link = LinkAddress.Parse("/run/token"),
            StateFile = "token.state",
            AgreeAfter = TimeSpan.FromMilliseconds(1500),
            ClockOffset = TimeSpan.FromSeconds(-2.5),
            DriftPpm = -20,
            BatteryMillivolts = 4300,
        };
        Assert.Equal(new RunOptions(token, ButtonSource.Nobody, DrawScreen: true), options);
    }

    [Theory]
    [InlineData("auto", 300, ButtonSource.Nobody)]
    [InlineData("never", null, ButtonSource.Nobody)]
    [InlineData("stdin", null, ButtonSource.Lines)]
    [InlineData("delay:0", 0, ButtonSource.Nobody)]
    [InlineData("delay:65535", 65535, ButtonSource.Nobody)]
    internal void Parse_Button_SaysWhoPresses(string text, int? agreeAfterMs, ButtonSource source)
    {
        RunOptions options = Parse("--button", text);

        Assert.Equal(agreeAfterMs, (int?)options.Token.AgreeAfter?.TotalMilliseconds);
        Assert.Equal(source, options.Button);
    }

    [Theory]
    [InlineData("--button", "Auto")]
    [InlineData("--button", "delay:")]
    [InlineData("--button", "delay:-1")]
    [InlineData("--button", "delay:65536")]
    [InlineData("--clock-offset", "1,5")]
    [InlineData("--clock-offset", "NaN")]
    [InlineData("--clock-offset", "1e11")]
    [InlineData("--drift-ppm", "100001")]
    [InlineData("--battery", "4.3")]
    [InlineData("--battery", "-1")]
    [InlineData("--battery", "65536")]
    [InlineData("--screen", "picture")]
    [InlineData("--link", "")]
    public void Parse_WrongValue_IsOneError(string option, string value) =>
        Assert.Single(CommandLine.Build(_ => Task.FromResult(0)).Parse([option, value]).Errors);

    [Fact]
    public void Parse_ScreenNone_IsNotDrawn() => Assert.False(Parse("--screen", "none").DrawScreen);

    private static RunOptions Parse(params string[] args)
    {
        RunOptions? taken = null;
        int status = CommandLine.Build(options =>
        {
            taken = options;
            return Task.FromResult(7);
        }).Parse(args).Invoke();
        Assert.Equal(7, status);
        return taken!;
    }
}
