// What the token shows by itself: codes, or why there are none, or the seal.
using HwToken.Core.Protocol;
using HwToken.Core.Text;
using HwToken.Device.Accounts;
using HwToken.Device.Input;
using HwToken.Device.PinEntry;
using HwToken.Device.Ports;
using HwToken.Device.Power;
using HwToken.Device.Time;
using HwToken.Device.Ui;
using HwToken.Device.Vault;

namespace HwToken.Device.App;

/// <summary>What the token shows its owner when no host asks: codes, or why there are none; and nothing after a while.</summary>
internal sealed class HomeScreens
{
    /// <summary>How late a new second may be drawn: the clock chip shows whole ones, and is asked again and again.</summary>
    private const int ClockPollMs = 100;

    private readonly TokenVault _vault;
    private readonly AccountStore _accounts;
    private readonly TokenClock _clock;
    private readonly CodeView _code;
    private readonly PinLock _pin;
    private readonly WheelEntry _wheel;
    private readonly Screens _screens;
    private readonly IPower _power;
    private readonly TokenSeal _seal;
    private readonly SealedView _sealed;
    private readonly CodePairView _pair;
    private readonly BatteryLevel _battery = new();
    private bool _isBatteryJudged;
    private long _lastPressMs;
    private int _storedAccount;
    private bool _showsCode;
    private bool _showsPair;

    public HomeScreens(
        TokenVault vault,
        AccountStore accounts,
        TokenClock clock,
        CodeMaker codes,
        PinLock pin,
        WheelEntry wheel,
        Screens screens,
        IPower power,
        TokenSeal seal)
    {
        _pin = pin;
        _wheel = wheel;
        _seal = seal;
        _sealed = new SealedView(seal, screens);
        _pair = new CodePairView(accounts, codes, screens);
        _vault = vault;
        _accounts = accounts;
        _clock = clock;
        _code = new CodeView(accounts, codes, screens);
        _screens = screens;
        _power = power;
        _storedAccount = accounts.Current;
    }

    /// <summary>The screen is on.</summary>
    public bool IsAwake { get; private set; }

    /// <summary>Two codes are typed, and not one.</summary>
    private int AwakeMs => _showsPair ? Timing.PairAwakeMs : Timing.AwakeMs;

    /// <summary>Takes a gesture, or none, while nothing else is on the screen; does what is due.</summary>
    public void Step(Gesture gesture, long nowMs)
    {
        if (gesture != Gesture.None)
        {
            Press(gesture, nowMs);
        }

        if (IsAwake && _pin.IsLocked)
        {
            _wheel.Step(nowMs);
        }

        if (IsAwake && _wheel.StaysAwake)
        {
            // Its time begins when there is something to do again.
            _lastPressMs = nowMs;
        }
    }

    private void Press(Gesture gesture, long nowMs)
    {
        bool wakes = !IsAwake || IsOverdue(nowMs);
        IsAwake = true;
        _lastPressMs = nowMs;
        _isBatteryJudged &= !wakes;
        if (_pin.IsLocked)
        {
            PressLocked(gesture, wakes, nowMs);
        }
        else if (_seal.IsSealed)
        {
            PressSealed(gesture, wakes, nowMs);
        }
        else if (wakes || !_showsCode)
        {
            _code.ShowsNext = false;
            ShowPair(false);
        }
        else if (gesture == Gesture.ShortPress)
        {
            GoOn();
        }
        else
        {
            GoBack();
        }
    }

    /// <summary>A question is on the screen: no key stays in memory for a code that is not to be seen.</summary>
    public void Hide()
    {
        _sealed.Close();
        _code.ForgetKey();
    }

    /// <summary>Something else may have the screen because the owner wants it: no PIN is being checked.</summary>
    public bool MayLeave => !_wheel.IsChecking;

    /// <summary>The owner has opened something else: forgets the key of a code, and what was entered of a PIN.</summary>
    public void Leave()
    {
        Hide();
        _wheel.Close();
    }

    /// <summary>The owner is back, with a press; the screen is as it was.</summary>
    public void Return(long nowMs) => _lastPressMs = nowMs;

    /// <summary>Draws what is to be seen now; falls asleep when it is time.</summary>
    /// <returns>After how many milliseconds, at most, it may have changed.</returns>
    public int Draw(long nowMs)
    {
        if (IsAwake && IsOverdue(nowMs))
        {
            FallAsleep();
        }

        if (!IsAwake)
        {
            _screens.Off();
            return Wait.Longest;
        }

        _showsCode = false;
        if (_pin.IsLocked)
        {
            _code.Clear();
            return Wait.Until(_lastPressMs + Timing.AwakeMs, nowMs, _wheel.Draw(nowMs));
        }

        _wheel.Close();
        DrawAwake(nowMs);
        if (!_showsCode)
        {
            _code.ForgetKey();
        }

        if (!_isBatteryJudged)
        {
            JudgeBattery(nowMs);
        }

        return Wait.Until(_lastPressMs + AwakeMs, nowMs, ClockPollMs);
    }

    private void PressLocked(Gesture gesture, bool wakes, long nowMs)
    {
        if (wakes)
        {
            _wheel.Begin(nowMs);
        }
        else
        {
            _wheel.Press(gesture, nowMs);
        }
    }

    private void PressSealed(Gesture gesture, bool wakes, long nowMs)
    {
        if (wakes)
        {
            _sealed.Close();
        }
        else
        {
            _sealed.Press(gesture, nowMs);
        }
    }

    private void DrawAwake(long nowMs)
    {
        if (_vault.IsFaulted)
        {
            _screens.ShowStorageFault();
            return;
        }

        if (_seal.IsSealed)
        {
            _code.Clear();
            ShowPair(false);
            _sealed.Draw(nowMs);
            return;
        }

        if (_accounts.Count == 0)
        {
            DrawNoAccounts();
            return;
        }

        ClockState clock = _clock.Read(out long unixSeconds);
        if (clock != ClockState.Running)
        {
            _screens.ShowClockProblem(clock);
            return;
        }

        int account = CurrentAccount();
        _showsCode = _showsPair
            ? _pair.TryDraw(account, unixSeconds)
            : _code.TryDraw(account, unixSeconds, _clock.BoundSeconds(unixSeconds));
        if (!_showsCode)
        {
            _screens.ShowStorageFault();
        }
    }

    /// <summary>
    /// Once after each waking, and with the digits already to be seen: a board takes some 35 ms to measure. It is then
    /// under load, as it has to be.
    /// </summary>
    private void JudgeBattery(long nowMs)
    {
        _isBatteryJudged = true;
        if (_power.ExternalPower)
        {
            _battery.Forget();
        }
        else
        {
            _battery.Update(_power.BatteryMillivolts);
        }

        if (_screens.SetBattery(_battery.State))
        {
            DrawAwake(nowMs);
        }
    }

    private void DrawNoAccounts()
    {
        if (_pin.HasErased)
        {
            _screens.ShowPinErased();
        }
        else
        {
            _screens.ShowNoAccounts(_vault.State.Identity.Serial);
        }
    }

    private void GoOn()
    {
        bool isLast = _code.ShowsNext || _showsPair;
        if (isLast)
        {
            Turn(1);
        }

        _code.ShowsNext = !isLast;
        ShowPair(false);
    }

    private void GoBack()
    {
        bool showPair = _code.ShowsNext;
        if (!showPair && !_showsPair)
        {
            Turn(-1);
        }

        _code.ShowsNext = false;
        ShowPair(showPair);
    }

    private void ShowPair(bool shows)
    {
        _showsPair = shows;
        _pair.Clear();
    }

    /// <summary>Makes the next or the previous account the current one.</summary>
    private void Turn(int places)
    {
        int count = _accounts.Count;
        _accounts.Current = (CurrentAccount() + places + count) % count;
    }

    /// <summary>The current account's place; the first one, where accounts have gone.</summary>
    private int CurrentAccount()
    {
        int stored = _accounts.Current;
        return stored < _accounts.Count ? stored : 0;
    }

    private bool IsOverdue(long nowMs) => nowMs - _lastPressMs >= AwakeMs;

    /// <summary>Stores the current account if it is another one than was stored: flash wears.</summary>
    private void SaveCurrentAccount()
    {
        if (_accounts.Current != _storedAccount && _vault.Save())
        {
            _storedAccount = _accounts.Current;
        }
    }

    private void FallAsleep()
    {
        IsAwake = false;
        _code.Clear();
        _wheel.Close();
        ShowPair(false);
        _sealed.Close();
        if (!_vault.IsFaulted)
        {
            SaveCurrentAccount();
        }
    }
}

/// <summary>What a sealed token shows in the place of codes, and how the seal is broken: by two long presses.</summary>
internal sealed class SealedView
{
    private const int AskMs = Timing.AskSeconds * Wait.MsPerSecond;

    private static readonly Utf8Text NoName = new(0);

    private readonly TokenSeal _seal;
    private readonly Screens _screens;
    private long _askedMs;
    private bool _asks;
    private bool _hasFailed;

    public SealedView(TokenSeal seal, Screens screens)
    {
        _seal = seal;
        _screens = screens;
    }

    /// <summary>Takes a gesture while the token is sealed and awake.</summary>
    public void Press(Gesture gesture, long nowMs)
    {
        bool asked = _asks && nowMs - _askedMs < AskMs;
        bool failed = _hasFailed;
        Close();
        if (gesture != Gesture.LongPress || failed)
        {
            return;
        }

        if (!asked)
        {
            _asks = true;
            _askedMs = nowMs;
        }
        else if (nowMs - ButtonGestures.LongPressMs < _askedMs + Timing.ReadingMs)
        {
            // Its press began before the question could be read, and is no answer to it.
            _asks = true;
        }
        else
        {
            _hasFailed = _seal.Open() != Status.Ok;
        }
    }

    /// <summary>Something else is on the screen: the question is not asked any more.</summary>
    public void Close()
    {
        _asks = false;
        _hasFailed = false;
    }

    public void Draw(long nowMs)
    {
        int leftMs = (int)(_askedMs + AskMs - nowMs);
        if (_asks && leftMs > 0)
        {
            _screens.AskOpen(_seal.Number, _seal.Openings);
            _screens.ShowWait((leftMs + Wait.MsPerSecond - 1) / Wait.MsPerSecond, Timing.AskSeconds);
        }
        else if (_hasFailed)
        {
            _screens.ShowOutcome(Outcome.StorageFailed, NoName);
        }
        else
        {
            _asks = false;
            _screens.ShowSealed(_seal.Number, _seal.SealedUnixSeconds, _seal.Openings);
        }
    }
}
