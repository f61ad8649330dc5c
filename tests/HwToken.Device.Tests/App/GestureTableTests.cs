using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Input;
using HwToken.Device.PinEntry;
using HwToken.Device.Tests.SelfTest;
using HwToken.Device.Ui;
using HwToken.Device.Vault;
using HwToken.TestKit.Device;
using HwToken.TestKit.Otp;

namespace HwToken.Device.Tests.App;

/// <summary>Makes every gesture on every screen of a whole token, and compares with the README's table.</summary>
public class GestureTableTests
{
    private const string Table = "gestures";
    private const string Before = "before";
    private const string Current = "current";
    private const string Behind = "behind";
    private const int Period = 30;
    private const string Pin = "2580";
    private const int Tries = 8;
    private const long SealNumber = 123;

    /// <summary>The second of a time step at which a gesture is made: no step begins in the middle of a test.</summary>
    private const int QuietSecond = 3;

    public static IEnumerable<object[]> Cells =>
        from row in ReadmeTable.Rows(Table)
        from gesture in new[] { Gesture.ShortPress, Gesture.LongPress, Gesture.VeryLongPress }
        select new object[] { row[0], gesture, row[(int)gesture] };

    [Theory]
    [MemberData(nameof(Cells))]
    public void Gesture_OnAScreen_LeadsWhereTheTableSays(string screen, Gesture gesture, string expected)
    {
        TokenBench bench = On(screen);
        AssertShows(bench, screen, Current);
        switch (gesture)
        {
            case Gesture.ShortPress:
                bench.Press();
                break;
            case Gesture.LongPress:
                bench.Hold();
                break;
            default:
                bench.OpenSelfTest();
                break;
        }

        if (expected == "clock set")
        {
            // On the edge of the host's second.
            bench.Run(1000);
        }

        AssertShows(bench, expected, screen is "question to wipe" or "question about a jump" or "question to seal" or "PIN letters" ? "" : Current);
    }

    private static TokenBench On(string screen)
    {
        if (screen.Contains("PIN", StringComparison.Ordinal) || screen == "locked, asleep")
        {
            return OnPinScreen(screen);
        }

        TokenBench bench = screen == "no accounts" ? TokenBench.WithAccounts() : TokenBench.WithAccounts(Before, Current, Behind);
        if (screen != "no accounts")
        {
            bench.Press();
            bench.Press();
            bench.Press();
            bench.RunUntilAsleep();
        }

        if (screen == "storage fault")
        {
            Vaults.DamageState(bench.Storage);
            bench.Restart();
        }
        else if (screen == "clock problem")
        {
            bench.Chip.LosePower();
            bench.Press();
            return bench;
        }

        bench.RunToSecondOfStep(QuietSecond);
        if (screen is "sealed, asleep" or "sealed" or "question to open")
        {
            return Sealed(bench, screen);
        }

        if (screen == "asleep")
        {
            return bench;
        }

        if (screen == "self-test")
        {
            bench.OpenSelfTest();
            return bench;
        }

        bench.Press();
        switch (screen)
        {
            case "next code":
                bench.Press();
                break;
            case "both codes":
                bench.Press();
                bench.Hold();
                break;
            case "question to seal":
                bench.Ask(Command.Seal, Request.Seal(SealNumber));
                break;
            case "question" or "what was done":
                bench.Ask(Command.GetCode, Request.GetCode(Current));
                break;
            case "question to wipe":
                bench.Ask(Command.Wipe);
                break;
            case "question about a jump":
                bench.Ask(Command.SetClock, Request.SetClock(bench.UnixSeconds() + 3600));
                break;
            case "awaiting a step":
                bench.Ask(Command.GetCode, Request.GetCode(Current, notBeforeStep: (bench.UnixSeconds() / Period) + 1));
                break;
        }

        bench.LetRead();
        if (screen is "what was done" or "awaiting a step")
        {
            bench.Press();
        }

        return bench;
    }

    private static TokenBench Sealed(TokenBench bench, string screen)
    {
        bench.SealIt(SealNumber);
        bench.RunToSecondOfStep(QuietSecond);
        if (screen != "sealed, asleep")
        {
            bench.Press();
        }

        if (screen == "question to open")
        {
            bench.Hold();
            bench.LetRead();
        }

        return bench;
    }

    private static TokenBench OnPinScreen(string screen)
    {
        bool ends = screen is "PIN blocked" or "erased by wrong PINs";
        TokenBench bench = PinOwner.LockedBench(Pin, ends ? 3 : Tries, screen == "erased by wrong PINs", Before, Current, Behind);
        switch (screen)
        {
            case "checking the PIN" or "PIN wheel at ok":
                bench = TokenBench.WithAccounts(Current);
                bench.SetPin(Pin, portionMs: PinOwner.FineMs);
                bench.LoseKeys();
                bench.Press();
                bench.Dial(Pin);
                bench.TurnTo(Wheel.Ok, Pin.Length);
                if (screen == "checking the PIN")
                {
                    bench.Press(ButtonGestures.LongPressMs);
                }

                break;
            case "PIN wheel":
                bench.Press();
                break;
            case "PIN wheel at delete":
                bench.Press();
                bench.Dial(Pin);
                bench.TurnTo(Wheel.Delete, Pin.Length);
                break;
            case "wrong PIN":
                for (int i = 0; i < 2; i++)
                {
                    bench.Unlock("0000");
                    bench.Run(10_000);
                }

                bench.Press();
                bench.Dial("0000");
                bench.TurnTo(Wheel.Ok, taken: 4);
                bench.Hold();
                bench.Run(PinLock.StretchMs + 100);
                break;
            case "PIN letters":
                bench.AskAndAgree(Command.Unlock);
                bench.LetRead();
                break;
        }

        for (int i = 0; ends && i < 3; i++)
        {
            bench.Unlock("0000");
            bench.Run(10_000);
        }

        if (ends)
        {
            bench.Press();
        }

        return bench;
    }

    private static void AssertShowsPinScreen(TokenBench bench, string screen)
    {
        int before = screen switch
        {
            "PIN wheel, a digit taken" => 1,
            "PIN wheel, a digit less" => Pin.Length - 1,
            "PIN wheel at ok" or "PIN wheel at delete" => Pin.Length,
            _ => -1,
        };
        bool shown = screen switch
        {
            "PIN wheel" or "PIN wheel, turned" => Enumerable.Range(0, Pin.Length + 1).Any(digits => ShowsDigit(bench, digits)),
            "PIN wheel, a digit taken" or "PIN wheel, a digit less" => ShowsDigit(bench, before),
            "PIN wheel at ok" => bench.Shows(s => s.ShowPinWheel(Wheel.Ok, before, Tries)),
            "PIN wheel at delete" => bench.Shows(s => s.ShowPinWheel(Wheel.Delete, before, Tries)),
            "checking the PIN" => Enumerable.Range(0, 101).Any(percent => bench.Shows(s => s.ShowPinWork(false, percent))),
            "wrong PIN" => Enumerable.Range(1, 4).Any(left => bench.Shows(s => s.ShowPinWrong(Tries - 3, left, 4))),
            "PIN blocked" => bench.Shows(s => s.ShowPinBlocked()),
            "erased by wrong PINs" => bench.Shows(s => s.ShowPinErased()),
            "PIN letters" => PanelLetters.Read(bench.Panel.Snapshot()) is { Count: 10 },
            _ => throw new InvalidDataException($"the README names a screen \"{screen}\" that this test does not know"),
        };
        Assert.True(shown, $"not \"{screen}\":\n{bench.Panel.ToText()}");
    }

    private static bool ShowsDigit(TokenBench bench, int taken) =>
        Enumerable.Range(0, 10).Any(digit => bench.Shows(s => s.ShowPinWheel(digit, taken, Tries)));

    /// <param name="asked">The account of the request, if there is one.</param>
    private static void AssertShows(TokenBench bench, string screen, string asked)
    {
        if (screen.Contains("PIN", StringComparison.Ordinal))
        {
            AssertShowsPinScreen(bench, screen);
            return;
        }

        if (screen == "self-test, the other page")
        {
            bench.Run(SelfTestBench.DoneMs);
        }

        int secondsLeft = screen == "awaiting a step" ? Period - (int)(bench.UnixSeconds() % Period) : 0;
        Action<Screens> draw = screen switch
        {
            "asleep" or "locked, asleep" or "sealed, asleep" => s => s.Off(),
            "both codes" => s => ShowBoth(s, bench),
            "sealed" => s => s.ShowSealed(SealNumber, bench.SealOf().SealedUnixSeconds, 0),
            "question to open" => s => Ask(s, () => s.AskOpen(SealNumber, 0)),
            "question to seal" => s => Ask(s, () => s.AskSeal(SealNumber, bench.UnixSeconds())),
            "sealed now" => s => s.ShowOutcome(Outcome.Sealed, Request.Text(asked)),
            "code" or "as before" => s => ShowCode(s, bench, Current, false),
            "next code" => s => ShowCode(s, bench, Current, true),
            "code of the account before" => s => ShowCode(s, bench, Before, false),
            "code of the next account" => s => ShowCode(s, bench, Behind, false),
            "self-test" => s => s.ShowAllPixels(),
            "self-test, the other page" => s => s.ShowSelfTest(AfterAPress(bench), 1),
            "no accounts" => s => s.ShowNoAccounts(bench.Ask(Command.Hello).As<HelloReply>().Serial),
            "clock problem" => s => s.ShowClockProblem(ClockState.Stopped),
            "storage fault" => s => s.ShowStorageFault(),
            "question" => s => Ask(s, () => s.AskCode(Request.Text(""), Request.Text(Current))),
            "question to wipe" => s => Ask(s, s.AskWipe),
            "question about a jump" => s => Ask(s, () => AskJump(s, bench)),
            "clock set" => s => s.ShowOutcome(Outcome.ClockSet, Request.Text(asked)),
            "awaiting a step" => s => s.AwaitStep(Request.Text(Current), secondsLeft),
            "done" or "what was done" => s => s.ShowOutcome(Outcome.CodeSent, Request.Text(Current)),
            "declined" => s => s.ShowOutcome(Outcome.Declined, Request.Text(asked)),
            "wiped" => s => s.ShowOutcome(Outcome.Wiped, Request.Text(asked)),
            _ => throw new InvalidDataException($"the README names a screen \"{screen}\" that this test does not know"),
        };
        Assert.True(bench.Shows(draw), $"not \"{screen}\":\n{bench.Panel.ToText()}");
    }

    private static SelfTestReport AfterAPress(TokenBench bench)
    {
        SelfTestReport report = bench.GoodReport(accounts: 3);
        report.Presses = 1;
        return report;
    }

    private static void Ask(Screens screens, Action question)
    {
        question();
        screens.ShowWait(30, 30);
    }

    private static void AskJump(Screens screens, TokenBench bench) =>
        screens.AskSetClock(ClockState.Running, bench.UnixSeconds(), bench.UnixSeconds() + 3600, isJump: true);

    private static void ShowBoth(Screens screens, TokenBench bench)
    {
        long now = bench.UnixSeconds();
        byte[] key = TokenBench.KeyOf(Current);
        screens.ShowCodePair(
            int.Parse(ReferenceTotp.Code(key, now / Period), null),
            int.Parse(ReferenceTotp.Code(key, (now / Period) + 1), null),
            6,
            Request.Text(Current),
            (2 * Period) - (int)(now % Period),
            Period);
    }

    /// <summary>What the token tells, which after a jump is not what its chip counts; the latter of a locked token.</summary>
    private static long Told(TokenBench bench)
    {
        TokenReply reply = bench.Ask(Command.GetClock);
        return reply.Status == Status.Ok ? reply.As<ClockReply>().UnixSeconds : bench.UnixSeconds();
    }

    private static void ShowCode(Screens screens, TokenBench bench, string name, bool next)
    {
        long now = Told(bench);
        int code = int.Parse(ReferenceTotp.Code(TokenBench.KeyOf(name), (now / Period) + (next ? 1 : 0)), null);
        screens.ShowCode(code, 6, Request.Text(name), Period - (int)(now % Period), Period, next, boundSeconds: 2);
    }
}
