using HwToken.Core.Protocol;
using HwToken.Core.Text;
using HwToken.Device.Ui;
using HwToken.Virtual.Chips;

namespace HwToken.Device.Tests.Ui;

public class ScreensTests
{
    private static readonly byte[] Letters = [7, 0, 4, 9, 1, 3, 8, 2, 5, 6];

    private static readonly SelfTestReport Report = SelfTestReports.Good();

    private readonly WriteLog _display = new();
    private readonly Screens _screens;

    public ScreensTests()
    {
        _screens = new Screens(_display);
    }

    private SimulatedPanel Panel => _display.Panel;

    [Fact]
    public void Constructor_NothingShown_LeavesThePanelAlone()
    {
        Assert.Empty(_display.Entries);
    }

    [Fact]
    public void ShowCode_PanelOff_LightsItBeforeItWrites()
    {
        ShowCode(17);

        Assert.Equal("on", _display.Entries[0]);
        Assert.Single(_display.Entries, "on");
    }

    [Fact]
    public void Off_AfterAScreen_DarkensThePanelAndForgets()
    {
        ShowCode(17);
        string before = Panel.ToText();

        _screens.Off();
        Assert.False(Panel.IsOn);
        ShowCode(17);

        Assert.True(Panel.IsOn);
        Assert.Equal(before, Panel.ToText());
    }

    [Fact]
    public void Off_AtTheStart_DarkensWhatAnEarlierRunLeftAndThenNothingMore()
    {
        _screens.Off();
        Assert.Equal(["off"], _display.Entries);

        _screens.Off();
        Assert.Single(_display.Entries);
    }

    public static TheoryData<string> Names => [.. ScreenGallery.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Screen_ShownAgain_WritesNothing(string name)
    {
        ScreenGallery.All[name](_screens);
        _display.Entries.Clear();

        ScreenGallery.All[name](_screens);

        Assert.Empty(_display.Entries);
    }

    [Fact]
    public void AllScreens_ShownOverAndOver_AllocateNothing()
    {
        var panel = new SimulatedPanel();
        var screens = new Screens(panel);
        Utf8Text name = Texts.Name("GitHub:alice@example.com");
        Utf8Text text = Texts.Name("aws: prod-admin");

        Assert.Equal(0, Allocations.Of(() => ShowMany(screens, name, text)));
    }

    [Fact]
    public void ShowCode_OtherCode_ReplacesTheDigitsOnly()
    {
        ShowCode(30, code: 111111);
        _display.Entries.Clear();

        ShowCode(30, code: 111117);

        Assert.All(_display.Entries, entry => Assert.InRange(entry[0], '3', '6'));
        Assert.Equal(4, _display.Entries.Count);
    }

    [Fact]
    public void ShowCode_NextBecomesCurrent_KeepsTheDigitsAndTheName()
    {
        _screens.ShowCode(287082, 6, Texts.Alice, 1, 30, next: true);
        _display.Entries.Clear();

        _screens.ShowCode(287082, 6, Texts.Alice, 30, 30, next: false);

        Assert.All(_display.Entries, entry => Assert.Contains(entry[0], "27"));
    }

    [Fact]
    public void ShowCode_NameBufferReused_ShowsTheNewName()
    {
        var name = new Utf8Text(Limits.NameLength);
        name.TrySet("alice");
        _screens.ShowCode(492039, 6, name, 17, 30, next: false);
        name.TrySet("mario");

        _screens.ShowCode(492039, 6, name, 17, 30, next: false);

        var fresh = new SimulatedPanel();
        new Screens(fresh).ShowCode(492039, 6, name, 17, 30, next: false);
        Assert.Equal(fresh.ToText(), Panel.ToText());
    }

    [Fact]
    public void ShowWait_NotAsking_ShowsNothing()
    {
        _screens.ShowOutcome(Outcome.CodeSent, Texts.Alice);
        _display.Entries.Clear();

        _screens.ShowWait(12, 30);

        Assert.Empty(_display.Entries);
    }

    [Fact]
    public void ShowWait_PanelOff_LeavesItOff()
    {
        _screens.AskWipe();
        _screens.Off();

        _screens.ShowWait(12, 30);

        Assert.False(Panel.IsOn);
    }

    [Fact]
    public void AskSetClock_TimesGoOn_KeepsTheBar()
    {
        _screens.AskSetClock(ClockState.Running, 1_785_533_690, 1_785_533_696);
        _screens.ShowWait(23, 30);
        _display.Entries.Clear();

        _screens.AskSetClock(ClockState.Running, 1_785_533_691, 1_785_533_697);

        Assert.All(_display.Entries, entry => Assert.Contains(entry[0], "24"));
    }

    [Fact]
    public void AwaitStep_SecondsGoOn_ChangesTheNumberOnly()
    {
        _screens.AwaitStep(Texts.Alice, 10);
        _display.Entries.Clear();

        _screens.AwaitStep(Texts.Alice, 9);

        string entry = Assert.Single(_display.Entries);
        Assert.StartsWith("6 ", entry, StringComparison.Ordinal);
    }

    private static void ShowMany(Screens screens, Utf8Text name, Utf8Text text)
    {
        byte[] letters = Letters;
        SelfTestReport report = Report;
        for (int i = 0; i < 50; i++)
        {
            screens.ShowCode(i * 19_999, 6, name, 30 - (i % 30), 30, next: i % 7 == 0);
            screens.ShowCode(i * 1_999_999, 8, name, 30 - (i % 30), 30, next: false);
            screens.AskCode(text, name);
            screens.ShowWait(30 - (i % 30), 30);
            screens.AskRename(name, text);
            screens.AskPut(name, replace: true);
            screens.AskDelete(name);
            screens.AskSetClock(ClockState.Running, i, 1_785_533_696 + i);
            screens.AskWipe();
            screens.AskUnlock();
            screens.AskSetPin(replace: false, 8, erases: i % 2 == 0);
            screens.AskRemovePin();
            screens.ShowPinWheel(i % 12, i % 13, 8);
            screens.ShowPinWork(sets: false, i);
            screens.ShowPinWrong(7, i, 60);
            screens.ShowPinLetters(letters, 60 - i, 60);
            screens.ShowPinBlocked();
            screens.ShowPinErased();
            screens.ShowAllPixels();
            screens.ShowSelfTest(report, i % 2);
            screens.AwaitStep(name, i);
            screens.ShowOutcome(Outcome.Declined, name);
            screens.ShowClockProblem(ClockState.Stopped);
            screens.ShowStorageFault();
            screens.Off();
        }
    }

    private void ShowCode(int secondsLeft, int code = 492039) =>
        _screens.ShowCode(code, 6, Texts.Alice, secondsLeft, 30, next: false);
}
