// The token's loop, and the lock that closes by itself.
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Device.Accounts;
using HwToken.Device.Input;
using HwToken.Device.Link;
using HwToken.Device.PinEntry;
using HwToken.Device.Ports;
using HwToken.Device.Requests;
using HwToken.Device.SelfTest;
using HwToken.Device.Time;
using HwToken.Device.Ui;
using HwToken.Device.Vault;

namespace HwToken.Device.App;

/// <summary>The token: one loop over a board, without a thread, a sleep or a wall clock.</summary>
/// <remarks>
/// The board's program calls <see cref="Step"/> over and over: at the latest when the last call asked for it, and
/// earlier when bytes arrive or the button's level changes. Not for two threads at once.
/// </remarks>
public sealed class TokenApp
{
    private readonly IButton _button;
    private readonly ButtonGestures _gestures = new();
    private readonly LinkInput _input;
    private readonly RequestHandler _handler;
    private readonly PendingRequest _pending;
    private readonly HomeScreens _home;
    private readonly LetterEntry _letters;
    private readonly PinLock _pin;
    private readonly AutoLock _autoLock;
    private readonly CompareClock _comparison;
    private readonly TokenVault _vault;
    private readonly TokenClock _clock;
    private readonly TokenSelfTest _selfTest;

    /// <summary>When something else than the token's own screens was shown last: a press from before does not open it.</summary>
    private long _occupiedMs = long.MinValue;

    /// <summary>Reads and checks what the board has stored; makes it at the first start.</summary>
    /// <param name="board">Every property filled in that may not be null.</param>
    public TokenApp(Board board)
    {
        _button = board.Button;
        _input = new LinkInput(board.Link);

        ClockSram sram = new(board.ClockChip);
        AccountIndex index = new();
        TokenVault vault = new(board.Storage, board.Entropy, board.VaultHmac, sram, index);
        vault.Load();
        AccountStore accounts = new(vault, index);
        _pin = new PinLock(vault, board.Entropy, board.VaultHmac);
        _pin.FinishErasing();
        _autoLock = new AutoLock(_pin);
        TokenClock clock = new(board.ClockChip, vault);
        vault.LogClock = clock;
        clock.Trim();
        CodeMaker codes = new(board.HmacSha256);
        Screens screens = new(board.Display);
        ReplySender replies = new(board.Link);
        WheelEntry wheel = new(_pin, new Wheel(board.Entropy), screens);
        _letters = new LetterEntry(_pin, new LetterGrid(board.Entropy), screens, replies);
        Sha1 sha1 = new();
        TokenSeal seal = new(vault);
        OwnerRequest[] ownerRequests =
        {
            new GetCode(accounts, clock, codes),
            new PutAccount(accounts, sha1),
            new RenameAccount(accounts, sha1),
            new DeleteAccount(accounts),
            new SetClock(clock, _pin),
            new AdjustClock(clock, _pin),
            new Wipe(vault),
            new Unlock(_pin, _letters),
            new SetPin(_pin, _letters),
            new RemovePin(_pin),
            new Seal(accounts, seal, clock),
            new Drill(vault, accounts, seal, clock, codes, board.Power),
        };

        _home = new HomeScreens(vault, accounts, clock, codes, _pin, wheel, screens, board.Power, seal);
        _pending = new PendingRequest(replies, screens);
        _comparison = new CompareClock(clock, replies);
        Answers answers = new(board, vault, accounts, clock, _pin, seal);
        _selfTest = new TokenSelfTest(
            new ClockCheck(board.ClockChip, sram),
            new StorageCheck(vault, accounts),
            board,
            _input.LoopBack,
            vault,
            screens);
        _handler = new RequestHandler(
            vault, answers, ownerRequests, _pending, _pin, wheel, _letters, _comparison, _selfTest, replies, seal);
        _vault = vault;
        _clock = clock;
    }

    /// <summary>
    /// True while the screen is off, nothing waits for the owner, the button is up and the link is silent: a board on
    /// battery may sleep until the button is pressed or bytes arrive.
    /// </summary>
    public bool MaySleep =>
        !_home.IsAwake && !IsOccupied && !_comparison.IsPending && _gestures.IsAtRest && _input.IsSilent;

    /// <summary>The gesture that says yes to a host's question; None while there is none on the screen.</summary>
    public Gesture Agreement => _pending.Agreement;

    /// <summary>A request or the self-test has the screen.</summary>
    private bool IsOccupied => _pending.OwnsScreen || _letters.OwnsScreen || _selfTest.IsOpen;

    /// <summary>The owner is asked for something, or looks at the self-test; not what became of it.</summary>
    private bool IsAsking => _pending.State != TokenState.Ready || _letters.IsBusy || _selfTest.IsOpen;

    /// <summary>Does what is due: one look at the button, one portion of the link's bytes, at most one request.</summary>
    /// <param name="nowMs">
    /// Milliseconds of a monotonic clock, from any start and never backwards. Its 64 bits do not wrap in the life of
    /// the hardware; a board whose counter is narrower widens it.
    /// </param>
    /// <returns>After how many milliseconds, at most, it wants to be called again: 1 to 60000.</returns>
    public int Step(long nowMs)
    {
        // First of all: what else there is to do would make it late.
        _comparison.Step(nowMs);

        // A wait for the next PIN begins with the first step, not with the first question about it.
        _pin.WaitSeconds(nowMs);
        Gesture gesture = _gestures.Update(_button.IsPressed, nowMs);
        bool isUsed = gesture != Gesture.None;
        gesture = TakeVeryLongPress(gesture, nowMs);
        if (_pending.OwnsScreen)
        {
            _letters.Yield();
            _pending.Step(gesture, _gestures.PressBeganMs, nowMs);
        }
        else if (_letters.OwnsScreen)
        {
            _letters.Step(gesture, _gestures.PressBeganMs, nowMs);
        }
        else if (_selfTest.IsOpen)
        {
            StepSelfTest(gesture, nowMs);
        }
        else
        {
            _home.Step(gesture, nowMs);
        }

        // Between the end of one request and the next, which may be in the line already.
        _autoLock.Step(isUsed, IsAsking, nowMs);
        if (_input.TryRead(nowMs))
        {
            _handler.Handle(_input.Frame, nowMs);
            _input.Clear();
        }

        int waitMs = _autoLock.WaitMs(nowMs, Draw(nowMs));
        if (MaySleep && !_vault.IsFaulted)
        {
            _clock.SaveNewest();
        }

        waitMs = _comparison.WaitMs(waitMs);
        return _gestures.WaitMs(nowMs, _input.WaitMs(nowMs, waitMs));
    }

    /// <summary>
    /// The cable is out: what the host has asked for is taken back. Nobody else gets the answer, neither from the line
    /// when it is plugged in again nor from a press that was meant for the one who left.
    /// </summary>
    public void LoseHost(long nowMs)
    {
        _comparison.GiveUp();
        _pending.TryCancel(nowMs);
        if (!_pin.IsBusy)
        {
            // A PIN that is being checked has cost a try: its owner sees on the screen how it ends.
            _letters.TryCancel(nowMs);
        }
    }

    /// <summary>Opens the self-test, if all of this press was made on the token's own screens.</summary>
    /// <returns>The gesture, if it is another one.</returns>
    private Gesture TakeVeryLongPress(Gesture gesture, long nowMs)
    {
        if (IsOccupied)
        {
            _occupiedMs = nowMs;
        }

        if (gesture != Gesture.VeryLongPress)
        {
            return gesture;
        }

        if (!IsOccupied && _home.MayLeave && _gestures.PressBeganMs >= _occupiedMs)
        {
            _home.Leave();
            _selfTest.Open(nowMs);
        }

        return Gesture.None;
    }

    private void StepSelfTest(Gesture gesture, long nowMs)
    {
        _selfTest.Step(gesture, nowMs);
        if (!_selfTest.IsOpen && gesture != Gesture.None)
        {
            _home.Return(nowMs);
        }
    }

    private int Draw(long nowMs)
    {
        if (!IsOccupied)
        {
            return _home.Draw(nowMs);
        }

        _home.Hide();
        if (_selfTest.IsOpen)
        {
            return _selfTest.Draw(nowMs);
        }

        return _pending.OwnsScreen ? _pending.Draw(nowMs) : _letters.Draw(nowMs);
    }
}

/// <summary>Locks an open token that has a PIN, a while after its button was last pressed.</summary>
/// <remarks>
/// The keys are in memory only: at power-up the token is locked anyway, and on battery it is soon switched off.
/// </remarks>
internal sealed class AutoLock
{
    private readonly PinLock _pin;
    private long _lastUseMs;
    private bool _wasOpen;

    public AutoLock(PinLock pin)
    {
        _pin = pin;
    }

    private bool IsOpen => _pin.IsSet && !_pin.IsLocked;

    /// <param name="isUsed">The button was pressed; no code goes anywhere without that.</param>
    /// <param name="isAsking">Something waits for the owner: it is not locked away under the finger.</param>
    public void Step(bool isUsed, bool isAsking, long nowMs)
    {
        bool isOpen = IsOpen;
        if (isUsed || (isOpen && !_wasOpen))
        {
            _lastUseMs = nowMs;
        }

        if (isOpen && !isAsking && nowMs - _lastUseMs >= Timing.LockMs)
        {
            _pin.Lock();
            isOpen = false;
        }

        _wasOpen = isOpen;
    }

    /// <returns>After how many milliseconds it has something to do, at most <paramref name="most"/>.</returns>
    public int WaitMs(long nowMs, int most) => IsOpen ? Wait.Until(_lastUseMs + Timing.LockMs, nowMs, most) : most;
}
