using HwToken.Cli.Output;
using HwToken.Cli.Terminal;
using Microsoft.Extensions.Time.Testing;

namespace HwToken.Cli.Tests.Terminal;

public sealed class OwnerPromptTests : IDisposable
{
    private const string Press = "press the button";

    private readonly FakeTimeProvider _time = new();
    private readonly StringWriter _error = new() { NewLine = "\n" };
    private readonly RecordingNotifier _notifier = new();

    public void Dispose() => _error.Dispose();

    private OwnerPrompt Create(FakeTerminal? terminal) =>
        new(new Lazy<ITerminal?>(terminal), new MessageWriter(_error, colors: false), _notifier, _time);

    [Fact]
    public void Show_Terminal_CountsDownOnOneLineAndGoesAway()
    {
        var terminal = new FakeTerminal();
        using OwnerPrompt prompt = Create(terminal);
        prompt.Show(Press, 3);
        _time.Advance(TimeSpan.FromSeconds(2));
        prompt.Clear();
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(
            "\rpress the button (3 s)\rpress the button (2 s)\rpress the button (1 s)\r                      \r",
            terminal.Written);
        Assert.Equal("", _error.ToString());
        Assert.Empty(_notifier.Notifications);
    }

    [Fact]
    public void Show_TimeIsUp_StaysAtZero()
    {
        var terminal = new FakeTerminal();
        using OwnerPrompt prompt = Create(terminal);
        prompt.Show(Press, 1);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.EndsWith("\rpress the button (0 s)", terminal.Written, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_Again_TakesThePlaceOfWhatWasShown()
    {
        var terminal = new FakeTerminal();
        using OwnerPrompt prompt = Create(terminal);
        prompt.Show(Press, 30);
        prompt.Show("wait", 9);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.EndsWith("\rwait (8 s)", terminal.Written.TrimEnd(' '), StringComparison.Ordinal);
    }

    [Fact]
    public void Show_NothingKnownOfTheTime_CountsNothing()
    {
        var terminal = new FakeTerminal();
        using OwnerPrompt prompt = Create(terminal);
        prompt.Show("waiting");
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("\rwaiting", terminal.Written);
    }

    [Fact]
    public void Show_NoTerminal_IsOneLineOfStderr()
    {
        using OwnerPrompt prompt = Create(terminal: null);
        prompt.Show("waiting", 30);
        _time.Advance(TimeSpan.FromSeconds(5));
        prompt.Clear();
        Assert.Equal("hwtoken: waiting (30 s)\n", _error.ToString());
        Assert.Empty(_notifier.Notifications);
    }

    [Fact]
    public void Announce_NoTerminal_NotifiesToo()
    {
        using OwnerPrompt prompt = Create(terminal: null);
        prompt.Announce(Press, 30, "aws: prod");
        Assert.Equal("hwtoken: press the button (30 s): aws: prod\n", _error.ToString());
        Assert.Equal(["press the button: aws: prod"], _notifier.Notifications);
    }

    [Fact]
    public void Announce_Terminal_NotifiesNobodyElse()
    {
        using OwnerPrompt prompt = Create(new FakeTerminal());
        prompt.Announce(Press, 30, "aws: prod");
        Assert.Equal("", _error.ToString());
        Assert.Empty(_notifier.Notifications);
    }
}
