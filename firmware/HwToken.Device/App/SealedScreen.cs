using HwToken.Core.Protocol;
using HwToken.Device.Ui;

namespace HwToken.Device.App;

/// <summary>What a sealed token shows in the place of codes, and how the seal is broken: by two long presses.</summary>
internal sealed class SealedScreen
{
    private const int AskMs = Timing.AskSeconds * Timing.MsPerSecond;

    private static readonly Utf8Text NoName = new Utf8Text(0);

    private readonly TokenSeal _seal;
    private readonly Screens _screens;
    private long _askedMs;
    private bool _asks;
    private bool _hasFailed;

    public SealedScreen(TokenSeal seal, Screens screens)
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
            _screens.ShowWait((leftMs + Timing.MsPerSecond - 1) / Timing.MsPerSecond, Timing.AskSeconds);
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
