using HwToken.Core.Protocol;
using HwToken.Device.Accounts;
using HwToken.Device.Ui;

namespace HwToken.Device.App;

/// <summary>What the token shows its owner when no host asks: codes, or why there are none; and nothing after a while.</summary>
internal sealed class OwnScreens
{
    /// <summary>How late a new second may be drawn: the clock chip shows whole ones, and is asked again and again.</summary>
    private const int ClockPollMs = 100;

    private readonly TokenStore _store;
    private readonly TokenClock _clock;
    private readonly CodeView _code;
    private readonly Screens _screens;
    private long _lastPressMs;
    private bool _showsCode;

    public OwnScreens(TokenStore store, TokenClock clock, CodeMaker codes, Screens screens)
    {
        _store = store;
        _clock = clock;
        _code = new CodeView(store.Accounts, codes, screens);
        _screens = screens;
    }

    /// <summary>The screen is on.</summary>
    public bool IsAwake { get; private set; }

    /// <summary>Takes a gesture while nothing else is on the screen.</summary>
    public void Press(Gesture gesture, long nowMs)
    {
        bool wakes = !IsAwake || IsOverdue(nowMs);
        IsAwake = true;
        _lastPressMs = nowMs;
        if (wakes || !_showsCode)
        {
            _code.ShowsNext = false;
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
        DrawAwake();
        return Wait.Until(_lastPressMs + Timing.AwakeMs, nowMs, ClockPollMs);
    }

    private void DrawAwake()
    {
        if (_store.IsFaulted)
        {
            _screens.ShowStorageFault();
            return;
        }

        if (_store.Accounts.Count == 0)
        {
            _screens.ShowNoAccounts(_store.Settings.Serial);
            return;
        }

        ClockState clock = _clock.Read(out long unixSeconds);
        if (clock != ClockState.Running)
        {
            _screens.ShowClockProblem(clock);
            return;
        }

        _showsCode = _code.TryDraw(CurrentAccount(), unixSeconds, _clock.BoundSeconds(unixSeconds));
        if (!_showsCode)
        {
            _screens.ShowStorageFault();
        }
    }

    private void GoOn()
    {
        if (_code.ShowsNext)
        {
            Turn(1);
        }

        _code.ShowsNext = !_code.ShowsNext;
    }

    private void GoBack()
    {
        if (!_code.ShowsNext)
        {
            Turn(-1);
        }

        _code.ShowsNext = false;
    }

    /// <summary>Makes the account behind or before the current one the current one.</summary>
    private void Turn(int places)
    {
        int count = _store.Accounts.Count;
        _store.Settings.CurrentAccount = (CurrentAccount() + places + count) % count;
    }

    /// <summary>The current account's place; the first one, where accounts have gone.</summary>
    private int CurrentAccount()
    {
        int stored = _store.Settings.CurrentAccount;
        return stored < _store.Accounts.Count ? stored : 0;
    }

    private bool IsOverdue(long nowMs)
    {
        return nowMs - _lastPressMs >= Timing.AwakeMs;
    }

    private void FallAsleep()
    {
        IsAwake = false;
        _code.Clear();
        if (!_store.IsFaulted)
        {
            _store.Settings.SaveCurrentAccount();
        }
    }
}
