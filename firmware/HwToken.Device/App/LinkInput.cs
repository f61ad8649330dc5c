using System;
using HwToken.Core.Protocol;
using HwToken.Device.Ports;

namespace HwToken.Device.App;

/// <summary>Takes bytes from the link, a portion at a time, until they make a frame.</summary>
/// <remarks>A link that never falls silent gets its portion of every step and no more: the button has its turn in between.</remarks>
public sealed class LinkInput
{
    /// <summary>At 115200 baud, 11 ms of bytes.</summary>
    public const int PortionLength = 128;

    /// <summary>A frame takes 23 ms at most: one that has stopped for this long is not going to end.</summary>
    public const int SilenceMs = 1000;

    private readonly ILink _link;
    private readonly byte[] _portion = new byte[PortionLength];
    private int _at;
    private int _count;
    private long _lastByteMs;
    private bool _heard;

    public LinkInput(ILink link)
    {
        _link = link;
        LoopBack = new LoopBack(link);
    }

    /// <summary>Sees every byte that arrives.</summary>
    public LoopBack LoopBack { get; }

    /// <summary>Holds the frame after <see cref="TryRead"/> found one.</summary>
    public FrameReader Frame { get; } = new FrameReader();

    /// <summary>No byte has come for <see cref="SilenceMs"/>.</summary>
    public bool IsSilent
    {
        get { return !_heard; }
    }

    /// <returns>True when there is a frame; the caller calls <see cref="Clear"/> when it is done with it.</returns>
    public bool TryRead(long nowMs)
    {
        if (_at == _count)
        {
            Fill(nowMs);
        }

        int dropped = Frame.Dropped;
        while (_at < _count)
        {
            if (Frame.Push(_portion[_at++]))
            {
                return true;
            }

            if (Frame.Dropped != dropped)
            {
                // A damaged frame may hold most of a key.
                dropped = Frame.Dropped;
                Frame.Clear();
            }
        }

        ClearTaken();
        return false;
    }

    /// <summary>Overwrites the frame and the bytes that it was made from.</summary>
    public void Clear()
    {
        Frame.Clear();
        ClearTaken();
    }

    /// <summary>After how many milliseconds there is something to do, if no byte comes.</summary>
    public int WaitMs(long nowMs, int most)
    {
        if (_at < _count || _count == PortionLength)
        {
            return 1;
        }

        return _heard ? Wait.Until(_lastByteMs + SilenceMs, nowMs, most) : most;
    }

    private void Fill(long nowMs)
    {
        _at = 0;
        _count = _link.Read(_portion, 0, PortionLength);
        if (_count > 0)
        {
            LoopBack.Watch(_portion, _count);
            _lastByteMs = nowMs;
            _heard = true;
        }
        else if (_heard && nowMs - _lastByteMs >= SilenceMs)
        {
            _heard = false;
            Frame.Clear();
        }
    }

    private void ClearTaken()
    {
        if (_at > 0)
        {
            Array.Clear(_portion, 0, _at);
        }
    }
}
