// The PIN given through a host, and what the host is told about it.
using System;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Core.Text;
using HwToken.Device.Input;
using HwToken.Device.Link;
using HwToken.Device.Time;
using HwToken.Device.Ui;
using HwToken.Device.Vault;

namespace HwToken.Device.PinEntry;

/// <summary>
/// The PIN given through a host that does not learn it: the screen shows a letter beside each digit, the host sends the
/// letters. One entry, then they are gone.
/// </summary>
internal sealed class LetterEntry
{
    private const int OpenMs = Timing.LettersSeconds * Wait.MsPerSecond;

    private static readonly Utf8Text NoName = new(0);

    private readonly PinLock _pin;
    private readonly LetterGrid _grid;
    private readonly Screens _screens;
    private readonly ReplySender _replies;
    private readonly PinFields _fields;
    private readonly byte[] _digits = new byte[Limits.MaxPinDigits];
    private Phase _phase = Phase.None;
    private bool _sets;
    private int _maxTries;
    private bool _erases;
    private int _sequence;
    private long _sinceMs;
    private Status _result;
    private Status _whyClosed = Status.PinNotAsked;

    public LetterEntry(PinLock pin, LetterGrid grid, Screens screens, ReplySender replies)
    {
        _pin = pin;
        _grid = grid;
        _screens = screens;
        _replies = replies;
        _fields = new PinFields(pin);
    }

    private enum Phase
    {
        None,
        Open,
        Working,
        Finished,
    }

    /// <summary>The letters, or what came of them, are on the screen.</summary>
    public bool OwnsScreen => _phase != Phase.None;

    /// <summary>A PIN is awaited or worked upon.</summary>
    public bool IsBusy => _phase == Phase.Open || _phase == Phase.Working;

    /// <summary>EnterPin's fields.</summary>
    public EnterPinRequest Message { get; } = new();

    /// <summary>Shows letters for a PIN that is going to be checked.</summary>
    public void OpenToCheck(long nowMs)
    {
        _sets = false;
        Open(nowMs);
    }

    /// <summary>Shows letters for a new PIN.</summary>
    public void OpenToSet(int maxTries, bool erases, long nowMs)
    {
        _sets = true;
        _maxTries = maxTries;
        _erases = erases;
        Open(nowMs);
    }

    /// <summary>Takes the letters in <see cref="Message"/>. Answers at once, or when the PIN is checked.</summary>
    public void Enter(int sequence, long nowMs)
    {
        if (_phase != Phase.Open)
        {
            Refuse(sequence);
            return;
        }

        _sequence = sequence;
        int count = Message.Count;
        bool known = _grid.TryRead(Message.Letters, count, _digits);
        Status begun = known ? Begin(count, nowMs) : Status.PinInvalid;
        Array.Clear(_digits, 0, _digits.Length);
        Message.Clear();
        _grid.Clear();
        if (begun == Status.Ok)
        {
            _phase = Phase.Working;
            _replies.SendInterim(sequence, Command.EnterPin, Status.Working, Timing.WorkSeconds);
        }
        else
        {
            Answer(begun, nowMs);
        }
    }

    /// <summary>The host takes it back.</summary>
    /// <returns>False if nothing waits.</returns>
    public bool TryCancel(long nowMs)
    {
        if (_phase == Phase.Working)
        {
            Answer(_pin.Cancel(nowMs), nowMs);
            return true;
        }

        bool open = _phase == Phase.Open;
        if (open)
        {
            Close(Status.Cancelled, nowMs);
        }

        return open;
    }

    /// <summary>Something else has the screen now: the outcome of the last entry is not shown any longer.</summary>
    public void Yield()
    {
        if (_phase == Phase.Finished)
        {
            _phase = Phase.None;
        }
    }

    /// <summary>Takes a gesture, or none, while <see cref="OwnsScreen"/>; does what is due.</summary>
    /// <param name="pressBeganMs">When the gesture's press began.</param>
    public void Step(Gesture gesture, long pressBeganMs, long nowMs)
    {
        switch (_phase)
        {
            case Phase.Open:
                if (gesture == Gesture.LongPress && pressBeganMs >= _sinceMs + Timing.ReadingMs)
                {
                    Close(Status.Declined, nowMs);
                }
                else if (nowMs - _sinceMs >= OpenMs)
                {
                    Close(Status.TimedOut, nowMs);
                }

                break;

            case Phase.Working:
                if (_pin.Step(nowMs))
                {
                    Answer(_pin.Result, nowMs);
                }

                break;

            case Phase.Finished:
                if (gesture != Gesture.None || nowMs - _sinceMs >= Timing.OutcomeMs)
                {
                    _phase = Phase.None;
                }

                break;
        }
    }

    /// <summary>Draws what changes while <see cref="OwnsScreen"/>.</summary>
    /// <returns>After how many milliseconds, at most, there is something to do.</returns>
    public int Draw(long nowMs)
    {
        switch (_phase)
        {
            case Phase.Open:
                int leftMs = (int)(_sinceMs + OpenMs - nowMs);
                int secondsLeft = (leftMs + Wait.MsPerSecond - 1) / Wait.MsPerSecond;
                _screens.ShowPinLetters(_grid.Digits, secondsLeft, Timing.LettersSeconds);
                return ((leftMs - 1) % Wait.MsPerSecond) + 1;

            case Phase.Working:
                _screens.ShowPinWork(_sets, _pin.Percent(nowMs));
                return 1;

            default:
                DrawResult(nowMs);
                return Wait.Until(_sinceMs + Timing.OutcomeMs, nowMs, Timing.CountdownMs);
        }
    }

    private void Open(long nowMs)
    {
        _grid.Deal();
        _sinceMs = nowMs;
        _whyClosed = Status.PinNotAsked;
        _phase = Phase.Open;
    }

    /// <summary>Why the letters went before they were used is told once.</summary>
    private void Refuse(int sequence)
    {
        Status refusal = Status.Busy;
        if (_phase != Phase.Working)
        {
            refusal = _whyClosed;
            _whyClosed = Status.PinNotAsked;
        }

        Message.Clear();
        _replies.Send(sequence, Command.EnterPin, refusal, null);
    }

    private Status Begin(int count, long nowMs)
    {
        return _sets
            ? _pin.TrySet(_digits, count, _maxTries, _erases, nowMs)
            : _pin.TryCheck(_digits, count, nowMs);
    }

    private void Close(Status why, long nowMs)
    {
        _grid.Clear();
        _whyClosed = why;
        Finish(why, nowMs);
    }

    private void Answer(Status result, long nowMs)
    {
        _replies.Send(_sequence, Command.EnterPin, result, _fields.Of(result, nowMs));
        Finish(result, nowMs);
    }

    private void Finish(Status result, long nowMs)
    {
        _result = result;
        _sinceMs = nowMs;
        _phase = Phase.Finished;
    }

    private void DrawResult(long nowMs)
    {
        switch (_result)
        {
            case Status.PinWrong:
                _screens.ShowPinWrong(_pin.TriesLeft, _pin.WaitSeconds(nowMs), _pin.WholeWaitSeconds);
                break;
            case Status.PinBlocked:
                _screens.ShowPinBlocked();
                break;
            case Status.PinErased:
                _screens.ShowPinErased();
                break;
            default:
                _screens.ShowOutcome(OutcomeOf(_result), NoName);
                break;
        }
    }

    private Outcome OutcomeOf(Status result)
    {
        switch (result)
        {
            case Status.Ok: return _sets ? Outcome.PinSet : Outcome.PinGiven;
            case Status.Declined: return Outcome.Declined;
            case Status.TimedOut: return Outcome.PinTimedOut;
            case Status.Cancelled: return Outcome.Cancelled;
            case Status.StorageFailed: return Outcome.StorageFailed;
            default: return Outcome.PinInvalid;
        }
    }
}

/// <summary>What follows the statuses of a PIN that was not taken.</summary>
internal sealed class PinFields
{
    private readonly PinLock _pin;
    private readonly PinReply _reply = new();

    public PinFields(PinLock pin)
    {
        _pin = pin;
    }

    /// <returns>The fields after the status; null where there are none.</returns>
    public IMessage Of(Status status, long nowMs)
    {
        if (status != Status.PinWrong && status != Status.PinWait)
        {
            return null;
        }

        _reply.TriesLeft = _pin.TriesLeft;
        _reply.WaitSeconds = _pin.WaitSeconds(nowMs);
        return _reply;
    }
}
