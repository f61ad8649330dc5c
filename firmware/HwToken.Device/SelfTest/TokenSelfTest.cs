using HwToken.Core.Protocol;
using HwToken.Device.Input;
using HwToken.Device.Link;
using HwToken.Device.Ports;
using HwToken.Device.Power;
using HwToken.Device.Time;
using HwToken.Device.Ui;
using HwToken.Device.Vault;

namespace HwToken.Device.SelfTest;

/// <summary>What the owner opens to see whether every part of the token works. It changes nothing and needs no host.</summary>
/// <remarks>
/// All pixels are lit first. Then each step does one piece: the clock, the power, the state, one slot after the
/// other; and what has to be waited for is looked at when its time has come.
/// </remarks>
internal sealed class TokenSelfTest
{
    /// <summary>By then the bytes have long been back: they take 0.6 ms, and a step of the loop some more.</summary>
    private const int LoopMs = 200;

    /// <summary>
    /// Less than this free, and the next long reply may meet a collection that finds nothing: a code over the link
    /// takes 1.6 KB, and the heap is in pieces.
    /// </summary>
    private const int LeastHeapBytes = 8 * 1024;

    private const int Pages = 3;

    private readonly ClockCheck _clock;
    private readonly StorageCheck _storage;
    private readonly Board _board;
    private readonly LoopBack _loop;
    private readonly TokenVault _vault;
    private readonly Screens _screens;
    private readonly BatteryLevel _battery = new();
    private readonly SelfTestReport _report = new();
    private Phase _phase = Phase.Closed;
    private long _openedMs;
    private long _lastPressMs;
    private int _page;
    private bool _isDrawn;

    public TokenSelfTest(
        ClockCheck clock, StorageCheck storage, Board board, LoopBack loop, TokenVault vault, Screens screens)
    {
        _clock = clock;
        _storage = storage;
        _board = board;
        _loop = loop;
        _vault = vault;
        _screens = screens;
    }

    private enum Phase
    {
        Closed,
        Pixels,
        Power,
        Clock,
        Storage,
        Board,
        Rest,
    }

    public bool IsOpen => _phase != Phase.Closed;

    public void Open(long nowMs)
    {
        _report.Reset();
        _report.Serial = _vault.State.Identity.Serial;
        _phase = Phase.Pixels;
        _openedMs = nowMs;
        _lastPressMs = nowMs;
        _page = 0;
        _loop.Send();
    }

    /// <summary>Takes a gesture, or none, while it is open; does one piece of what is due.</summary>
    public void Step(Gesture gesture, long nowMs)
    {
        if (gesture == Gesture.LongPress || nowMs - _lastPressMs >= Timing.AwakeMs)
        {
            _phase = Phase.Closed;
            return;
        }

        if (gesture == Gesture.ShortPress)
        {
            _lastPressMs = nowMs;
            _report.Presses++;
            _page = (_page + 1) % Pages;
            _isDrawn = false;
        }

        if (Check(nowMs))
        {
            _isDrawn = false;
        }
    }

    /// <returns>After how many milliseconds, at most, there is something to do.</returns>
    public int Draw(long nowMs)
    {
        if (_phase == Phase.Pixels)
        {
            _isDrawn = false;
            _screens.ShowAllPixels();
            return Wait.Until(_openedMs + Timing.PixelsMs, nowMs, Timing.PixelsMs);
        }

        if (!_isDrawn)
        {
            _isDrawn = true;
            _screens.ShowSelfTest(_report, _page);
        }

        if (_phase != Phase.Rest || _report.Accounts == CheckResult.Pending)
        {
            return 1;
        }

        int waitMs = _clock.WaitMs(_report, nowMs, Wait.Until(_lastPressMs + Timing.AwakeMs, nowMs, Wait.Longest));
        return _report.Loop == CheckResult.Pending ? Wait.Until(_openedMs + LoopMs, nowMs, waitMs) : waitMs;
    }

    private bool Check(long nowMs)
    {
        switch (_phase)
        {
            case Phase.Pixels:
                if (nowMs - _openedMs >= Timing.PixelsMs)
                {
                    _phase = Phase.Power;
                }

                return false;

            case Phase.Power:
                _phase = Phase.Clock;
                CheckPower();
                return true;

            case Phase.Clock:
                _phase = Phase.Storage;
                _clock.Begin(_report, nowMs);
                return true;

            case Phase.Storage:
                _phase = Phase.Board;
                _storage.Begin(_report);
                return true;

            case Phase.Board:
                _phase = Phase.Rest;
                CheckBoard();
                return true;

            default:
                bool changed = _storage.Step(_report);
                changed |= _clock.Step(_report, nowMs);
                changed |= CheckLoop(nowMs);
                return changed;
        }
    }

    private void CheckPower()
    {
        _report.ExternalPower = _board.Power.ExternalPower;
        _report.BatteryMillivolts = _board.Power.BatteryMillivolts;
        _battery.Forget();
        _battery.Update(_report.BatteryMillivolts);
        _report.Battery = _battery.State;
        if (_report.ExternalPower)
        {
            // Without a load the voltage says nothing about what is left.
            _report.Power = CheckResult.Unknown;
        }
        else
        {
            _report.Power = _battery.State == BatteryState.Good ? CheckResult.Good : CheckResult.Bad;
        }
    }

    private void CheckBoard()
    {
        _report.RadioState = _board.Radio;
        _report.Radio = _board.Radio == RadioState.Unknown ? CheckResult.Unknown
            : _board.Radio == RadioState.Off ? CheckResult.Good
            : CheckResult.Bad;
        _report.FreeHeapBytes = _board.Heap == null ? 0 : _board.Heap.FreeBytes;
        _report.Heap = _board.Heap == null ? CheckResult.Unknown
            : _report.FreeHeapBytes >= LeastHeapBytes ? CheckResult.Good
            : CheckResult.Bad;
        _report.LastFault = _board.LastFault;
        _report.Fault = _board.LastFault == null ? CheckResult.Good : CheckResult.Bad;
    }

    private bool CheckLoop(long nowMs)
    {
        if (_report.Loop != CheckResult.Pending || (!_loop.IsBack && nowMs - _openedMs < LoopMs))
        {
            return false;
        }

        // No wire is no fault: the wire is there at assembly alone.
        _report.Loop = _loop.IsBack ? CheckResult.Good : CheckResult.Unknown;
        return true;
    }
}
