using HwToken.Core.Protocol;
using HwToken.Device.App.PinEntry;
using HwToken.Device.Chips;
using HwToken.Device.Ports;
using HwToken.Device.Ui;
using HwToken.Device.Vault;

namespace HwToken.Device.App;

/// <summary>What the token shows its owner when no host asks: codes, or why there are none; and nothing after a while.</summary>
internal sealed class OwnScreens
{
    /// <summary>How late a new second may be drawn: the clock chip shows whole ones, and is asked again and again.</summary>
    private const int ClockPollMs = 100;

    private readonly TokenVault _vault;
    private readonly TokenClock _clock;
    private readonly CodeView _code;
    private readonly PinLock _pin;
    private readonly WheelEntry _wheel;
    private readonly Screens _screens;
    private readonly IPower _power;
    private readonly TokenSeal _seal;
    private readonly SealedScreen _sealed;
    private readonly CodePairView _pair;
    private readonly BatteryLevel _battery = new BatteryLevel();
    private bool _isBatteryJudged;
    private long _lastPressMs;
    private int _storedAccount;
    private bool _showsCode;
    private bool _showsPair;

    public OwnScreens(
        TokenVault vault,
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
        _sealed = new SealedScreen(seal, screens);
        _pair = new CodePairView(vault.Accounts, codes, screens);
        _vault = vault;
        _clock = clock;
        _code = new CodeView(vault.Accounts, codes, screens);
        _screens = screens;
        _power = power;
        _storedAccount = vault.State.Accounts.Current;
    }

    /// <summary>The screen is on.</summary>
    public bool IsAwake { get; private set; }

    /// <summary>Two codes are typed, and not one.</summary>
    private int AwakeMs
    {
        get { return _showsPair ? Timing.PairAwakeMs : Timing.AwakeMs; }
    }

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
    public bool MayLeave
    {
        get { return !_wheel.IsChecking; }
    }

    /// <summary>The owner has opened something else: forgets the key of a code, and what was entered of a PIN.</summary>
    public void Leave()
    {
        Hide();
        _wheel.Close();
    }

    /// <summary>The owner is back, with a press; the screen is as it was.</summary>
    public void Return(long nowMs)
    {
        _lastPressMs = nowMs;
    }

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

        if (_vault.Accounts.Count == 0)
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

    /// <summary>Makes the account behind or before the current one the current one.</summary>
    private void Turn(int places)
    {
        int count = _vault.Accounts.Count;
        _vault.State.Accounts.Current = (CurrentAccount() + places + count) % count;
    }

    /// <summary>The current account's place; the first one, where accounts have gone.</summary>
    private int CurrentAccount()
    {
        int stored = _vault.State.Accounts.Current;
        return stored < _vault.Accounts.Count ? stored : 0;
    }

    private bool IsOverdue(long nowMs)
    {
        return nowMs - _lastPressMs >= AwakeMs;
    }

    /// <summary>Stores the current account if it is another one than was stored: flash wears.</summary>
    private void SaveCurrentAccount()
    {
        if (_vault.State.Accounts.Current != _storedAccount && _vault.Save())
        {
            _storedAccount = _vault.State.Accounts.Current;
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
