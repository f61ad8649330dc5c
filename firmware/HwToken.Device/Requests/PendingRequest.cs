using HwToken.Core.Protocol;
using HwToken.Core.Text;
using HwToken.Device.Input;
using HwToken.Device.Link;
using HwToken.Device.Time;
using HwToken.Device.Ui;

namespace HwToken.Device.Requests;

/// <summary>The one request that waits for the owner: the question, the answer, carrying it out, and the outcome.</summary>
internal sealed class PendingRequest
{
    private const int AskMs = Timing.AskSeconds * Wait.MsPerSecond;

    private readonly ReplySender _replies;
    private readonly Screens _screens;
    private readonly Utf8Text _name = new(Limits.NameLength);
    private OwnerRequest _request;
    private Phase _phase = Phase.None;
    private int _sequence;
    private long _askedMs;
    private long _seenMs;
    private bool _isSeen;
    private long _finishedMs;
    private Outcome _outcome;

    public PendingRequest(ReplySender replies, Screens screens)
    {
        _replies = replies;
        _screens = screens;
    }

    private enum Phase
    {
        None,
        Asking,
        Agreed,
        AwaitingStep,
        Finished,
    }

    /// <summary>Ready, Asking or AwaitingStep: what Hello tells.</summary>
    public TokenState State
    {
        get
        {
            switch (_phase)
            {
                case Phase.Asking:
                case Phase.Agreed: return TokenState.Asking;
                case Phase.AwaitingStep: return TokenState.AwaitingStep;
                default: return TokenState.Ready;
            }
        }
    }

    /// <summary>The gesture that says yes; None while no question is to be read.</summary>
    public Gesture Agreement => _phase == Phase.Asking && _isSeen ? _request.Agreement : Gesture.None;

    /// <summary>The question, or what came of it, is on the screen.</summary>
    public bool OwnsScreen => _phase != Phase.None;

    /// <summary>Asks the owner. Nothing else may be pending.</summary>
    /// <param name="request">Checked.</param>
    public void Begin(OwnerRequest request, int sequence, long nowMs)
    {
        _request = request;
        _sequence = sequence;
        _askedMs = nowMs;
        _isSeen = false;
        _phase = Phase.Asking;
        _replies.SendInterim(sequence, request.Command, Status.AwaitingPress, Timing.AskSeconds);
    }

    /// <summary>The host takes it back: answers it, as cancelled.</summary>
    /// <returns>False if nothing waits.</returns>
    public bool TryCancel(long nowMs)
    {
        if (State == TokenState.Ready)
        {
            return false;
        }

        Finish(Status.Cancelled, nowMs);
        return true;
    }

    /// <summary>Takes a gesture, or none, while <see cref="OwnsScreen"/>; does what is due.</summary>
    /// <param name="pressBeganMs">When the gesture's press began.</param>
    public void Step(Gesture gesture, long pressBeganMs, long nowMs)
    {
        switch (_phase)
        {
            case Phase.Asking:
                if (!_isSeen)
                {
                    // Checking and drawing have taken their time: a press meanwhile was made at another screen.
                    _seenMs = nowMs;
                    _isSeen = true;
                }

                Hear(gesture, pressBeganMs, nowMs);
                break;

            case Phase.Agreed:
            case Phase.AwaitingStep:
                if (gesture == Gesture.LongPress)
                {
                    Finish(Status.Declined, nowMs);
                }
                else
                {
                    Proceed(nowMs);
                }

                break;

            case Phase.Finished:
                if (gesture != Gesture.None || nowMs - _finishedMs >= Timing.OutcomeMs)
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
            case Phase.Asking:
                int leftMs = (int)(_askedMs + AskMs - nowMs);
                _request.Ask(_screens, nowMs);
                _screens.ShowWait((leftMs + Wait.MsPerSecond - 1) / Wait.MsPerSecond, Timing.AskSeconds);
                return _isSeen ? ((leftMs - 1) % Wait.MsPerSecond) + 1 : 1;

            case Phase.AwaitingStep:
                _screens.AwaitStep(_request.Name, _request.SecondsToStep);
                return _request.WaitMs;

            case Phase.Finished:
                _screens.ShowOutcome(_outcome, _name);
                return Wait.Until(_finishedMs + Timing.OutcomeMs, nowMs, Timing.OutcomeMs);

            default:
                return _request.WaitMs;
        }
    }

    private void Hear(Gesture gesture, long pressBeganMs, long nowMs)
    {
        if (gesture != Gesture.None && pressBeganMs >= _seenMs + Timing.ReadingMs)
        {
            if (gesture == _request.Agreement)
            {
                _phase = Phase.Agreed;
                Proceed(nowMs);
            }
            else
            {
                Finish(Status.Declined, nowMs);
            }
        }
        else if (nowMs - _askedMs >= AskMs)
        {
            Finish(Status.TimedOut, nowMs);
        }
    }

    private void Proceed(long nowMs)
    {
        if (_request.Proceed(nowMs))
        {
            Finish(_request.Result, nowMs);
        }
        else if (_phase == Phase.Agreed && _request.SecondsToStep > 0)
        {
            _phase = Phase.AwaitingStep;
            _replies.SendInterim(_sequence, _request.Command, Status.AwaitingStep, _request.SecondsToStep);
        }
    }

    private void Finish(Status result, long nowMs)
    {
        _replies.Send(_sequence, _request.Command, result, _request.FieldsOf(result, nowMs));
        if (result == Status.Ok && _request.HandsScreenOver)
        {
            _request.Clear();
            _phase = Phase.None;
            return;
        }

        // A copy: the next request of this kind is read into the same object while the outcome is still shown.
        _name.TrySet(_request.Name.Bytes, _request.Name.Length);
        _outcome = OutcomeOf(result);
        _request.Clear();
        _finishedMs = nowMs;
        _phase = Phase.Finished;
    }

    private Outcome OutcomeOf(Status result)
    {
        switch (result)
        {
            case Status.Ok: return _request.Success;
            case Status.Declined: return Outcome.Declined;
            case Status.TimedOut: return Outcome.TimedOut;
            case Status.Cancelled: return Outcome.Cancelled;
            case Status.StorageFailed:
            case Status.StorageDamaged: return Outcome.StorageFailed;
            default: return Outcome.ClockFailed;
        }
    }
}
