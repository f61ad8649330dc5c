using HwToken.Core.Protocol;
using HwToken.Core.Text;
using HwToken.Device.PinEntry;
using HwToken.Device.Power;
using HwToken.Device.Ui;

namespace HwToken.Device.Tests.Ui;

/// <summary>Every screen in its variants, by the name of its golden picture.</summary>
internal static class ScreenGallery
{
    /// <summary>2026-07-31T21:34:56Z.</summary>
    private const long Evening = 1785533696;

    private static readonly byte[] Serial = [0x3F, 0x81, 0x0C, 0xA5, 0x7E];
    private static readonly Utf8Text GitHub = Texts.Name("GitHub:alice@example.com");

    private static readonly Utf8Text Long =
        Texts.Name("arn:aws-us-gov:iam::987654321098:mfa/break-glass-administrator");

    public static readonly IReadOnlyDictionary<string, Action<Screens>> All = new Dictionary<string, Action<Screens>>
    {
        ["code"] = s => s.ShowCode(492039, 6, Texts.Alice, 17, 30, next: false),
        ["code-bound"] = s => s.ShowCode(492039, 6, Texts.Alice, 17, 30, next: false, boundSeconds: 2),
        ["code-bound-half-a-step"] = s => s.ShowCode(492039, 6, Texts.Alice, 17, 30, next: false, boundSeconds: 15),
        ["code-sync-me"] = s => s.ShowCode(94287082, 8, Long, 17, 30, next: false, boundSeconds: 44),
        ["code-leading-zeros"] = s => s.ShowCode(87, 6, GitHub, 30, 30, next: false),
        ["code-next"] = s => s.ShowCode(287082, 6, Texts.Alice, 9, 30, next: true),
        ["code-7-digits"] = s => s.ShowCode(7081804, 7, GitHub, 1, 30, next: false),
        ["code-8-digits"] = s => s.ShowCode(94287082, 8, Long, 44, 60, next: false),
        ["code-8-digits-next"] = s => s.ShowCode(7081804, 8, Texts.Name("plain"), 599, 600, next: true),
        ["code-battery-low"] = OnBattery(BatteryState.Low, s => s.ShowCode(492039, 6, Long, 17, 30, next: false)),
        ["code-battery-empty"] = OnBattery(BatteryState.Empty, s => s.ShowCode(492039, 6, Long, 17, 30, next: false)),
        ["code-next-battery-empty"] = OnBattery(
            BatteryState.Empty, s => s.ShowCode(287082, 6, Long, 9, 30, next: true)),
        ["code-8-digits-battery-low"] = OnBattery(
            BatteryState.Low, s => s.ShowCode(94287082, 8, Long, 44, 60, next: true)),
        ["no-accounts"] = s => s.ShowNoAccounts(Serial),
        ["no-accounts-battery-low"] = OnBattery(BatteryState.Low, s => s.ShowNoAccounts(Serial)),
        ["no-accounts-battery-empty"] = OnBattery(BatteryState.Empty, s => s.ShowNoAccounts(Serial)),
        ["clock-never-set"] = s => s.ShowClockProblem(ClockState.NeverSet),
        ["clock-stopped"] = s => s.ShowClockProblem(ClockState.Stopped),
        ["clock-unreadable"] = s => s.ShowClockProblem(ClockState.Unreadable),
        ["storage-fault"] = s => s.ShowStorageFault(),
        ["ask-code"] = Waiting(s => s.AskCode(Texts.Name("aws: prod-admin"), Texts.Alice)),
        ["ask-code-no-text"] = Waiting(s => s.AskCode(Texts.Empty, GitHub)),
        ["ask-code-long"] = Waiting(s => s.AskCode(Texts.Name("aws: OrganizationAccountAccessRo"), Long)),
        ["ask-put"] = Waiting(s => s.AskPut(Texts.Alice, replace: false)),
        ["ask-put-replace"] = Waiting(s => s.AskPut(GitHub, replace: true)),
        ["ask-rename"] = Waiting(s => s.AskRename(GitHub, Long)),
        ["ask-delete"] = Waiting(s => s.AskDelete(Texts.Alice)),
        ["ask-set-clock"] = Waiting(s => s.AskSetClock(ClockState.Running, Evening, Evening + 17)),
        ["ask-set-clock-back"] = Waiting(s => s.AskSetClock(ClockState.Running, Evening, 1)),
        ["ask-clock-jump"] = Waiting(s => s.AskSetClock(ClockState.Running, Evening, Evening + 7201, isJump: true)),
        ["ask-clock-jump-stopped"] = Waiting(s => s.AskSetClock(ClockState.Stopped, 0, Evening, isJump: true)),
        ["ask-set-clock-never-set"] = Waiting(s => s.AskSetClock(ClockState.NeverSet, 946684800, Evening)),
        ["ask-set-clock-stopped"] = Waiting(s => s.AskSetClock(ClockState.Stopped, 946684800, Evening)),
        ["ask-set-clock-unreadable"] = Waiting(s => s.AskSetClock(ClockState.Unreadable, 0, Evening)),
        ["ask-wipe"] = Waiting(s => s.AskWipe()),
        ["ask-unlock"] = Waiting(s => s.AskUnlock()),
        ["ask-set-pin"] = Waiting(s => s.AskSetPin(replace: false, 8, erases: false)),
        ["ask-set-pin-erases"] = Waiting(s => s.AskSetPin(replace: false, 15, erases: true)),
        ["ask-set-pin-replace"] = Waiting(s => s.AskSetPin(replace: true, 3, erases: false)),
        ["ask-remove-pin"] = Waiting(s => s.AskRemovePin()),
        ["pin-wheel"] = s => s.ShowPinWheel(7, 0, 8),
        ["pin-wheel-digits"] = s => s.ShowPinWheel(0, 12, 1),
        ["pin-wheel-ok"] = s => s.ShowPinWheel(Wheel.Ok, 4, 15),
        ["pin-wheel-delete"] = s => s.ShowPinWheel(Wheel.Delete, 1, 8),
        ["pin-checking"] = s => s.ShowPinWork(sets: false, 40),
        ["pin-storing"] = s => s.ShowPinWork(sets: true, 100),
        ["pin-wrong"] = s => s.ShowPinWrong(7, 1, 1),
        ["pin-wrong-last"] = s => s.ShowPinWrong(1, 33, 64),
        ["pin-blocked"] = s => s.ShowPinBlocked(),
        ["pin-erased"] = s => s.ShowPinErased(),
        ["pin-letters"] = s => s.ShowPinLetters([7, 0, 4, 9, 1, 3, 8, 2, 5, 6], 47, 60),
        ["code-pair"] = s => s.ShowCodePair(492039, 87, 6, Texts.Alice, 47, 30),
        ["code-pair-8-digits"] = s => s.ShowCodePair(94287082, 7081804, 8, Long, 600, 600),
        ["sealed"] = s => s.ShowSealed(1042, Evening, 0),
        ["sealed-opened-once"] = s => s.ShowSealed(4294967295, Evening, 1),
        ["sealed-battery-empty"] = OnBattery(BatteryState.Empty, s => s.ShowSealed(1042, Evening, 3)),
        ["ask-seal"] = Waiting(s => s.AskSeal(1042, Evening)),
        ["ask-open"] = Waiting(s => s.AskOpen(1042, 2)),
        ["ask-drill"] = Waiting(s => s.AskDrill()),
        ["self-test-pixels"] = s => s.ShowAllPixels(),
        ["self-test-running"] = s => s.ShowSelfTest(SelfTestReports.Running(), 0),
        ["self-test-good-1"] = s => s.ShowSelfTest(SelfTestReports.Good(), 0),
        ["self-test-good-2"] = s => s.ShowSelfTest(SelfTestReports.Good(), 1),
        ["self-test-bad-1"] = s => s.ShowSelfTest(SelfTestReports.Bad(), 0),
        ["self-test-bad-2"] = s => s.ShowSelfTest(SelfTestReports.Bad(), 1),
        ["self-test-good-3"] = s => s.ShowSelfTest(SelfTestReports.Good(), 2),
        ["self-test-bad-3"] = s => s.ShowSelfTest(SelfTestReports.Bad(), 2),
        ["self-test-silent-clock"] = s => s.ShowSelfTest(SelfTestReports.SilentClock(), 0),
        ["self-test-locked-1"] = s => s.ShowSelfTest(SelfTestReports.Locked(), 0),
        ["self-test-locked-2"] = s => s.ShowSelfTest(SelfTestReports.Locked(), 1),
        ["self-test-key-lost"] = s => s.ShowSelfTest(SelfTestReports.KeyLost(), 1),
        ["await-step"] = s => s.AwaitStep(Texts.Alice, 4),
        ["outcome-code-sent"] = s => s.ShowOutcome(Outcome.CodeSent, Texts.Alice),
        ["outcome-account-stored"] = s => s.ShowOutcome(Outcome.AccountStored, Long),
        ["outcome-account-renamed"] = s => s.ShowOutcome(Outcome.AccountRenamed, GitHub),
        ["outcome-account-deleted"] = s => s.ShowOutcome(Outcome.AccountDeleted, GitHub),
        ["outcome-clock-set"] = s => s.ShowOutcome(Outcome.ClockSet, Texts.Empty),
        ["outcome-wiped"] = s => s.ShowOutcome(Outcome.Wiped, Texts.Empty),
        ["outcome-pin-given"] = s => s.ShowOutcome(Outcome.PinGiven, Texts.Empty),
        ["outcome-pin-set"] = s => s.ShowOutcome(Outcome.PinSet, Texts.Empty),
        ["outcome-pin-removed"] = s => s.ShowOutcome(Outcome.PinRemoved, Texts.Empty),
        ["outcome-pin-invalid"] = s => s.ShowOutcome(Outcome.PinInvalid, Texts.Empty),
        ["outcome-pin-timed-out"] = s => s.ShowOutcome(Outcome.PinTimedOut, Texts.Empty),
        ["outcome-declined"] = s => s.ShowOutcome(Outcome.Declined, Texts.Alice),
        ["outcome-timed-out"] = s => s.ShowOutcome(Outcome.TimedOut, Texts.Alice),
        ["outcome-cancelled"] = s => s.ShowOutcome(Outcome.Cancelled, Texts.Alice),
        ["outcome-storage-failed"] = s => s.ShowOutcome(Outcome.StorageFailed, Texts.Alice),
        ["outcome-sealed"] = s => s.ShowOutcome(Outcome.Sealed, Texts.Empty),
        ["outcome-drill-passed"] = s => s.ShowOutcome(Outcome.DrillPassed, Texts.Empty),
        ["outcome-drill-failed"] = s => s.ShowOutcome(Outcome.DrillFailed, Texts.Empty),
        ["outcome-clock-failed"] = s => s.ShowOutcome(Outcome.ClockFailed, Texts.Empty),
    };

    /// <summary>Shown while the battery is so; what is shown next knows nothing of it.</summary>
    private static Action<Screens> OnBattery(BatteryState state, Action<Screens> show) => screens =>
    {
        screens.SetBattery(state);
        show(screens);
        screens.SetBattery(BatteryState.Unknown);
    };

    private static Action<Screens> Waiting(Action<Screens> ask) => screens =>
    {
        ask(screens);
        screens.ShowWait(23, 30);
    };
}
