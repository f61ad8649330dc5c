// Bytes from the link: as frames, and as the echo that the self-test looks for.
using System;
using HwToken.Core.Protocol;
using HwToken.Device.Ports;
using HwToken.Device.Time;

namespace HwToken.Device.Link;

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
    public FrameReader Frame { get; } = new();

    /// <summary>No byte has come for <see cref="SilenceMs"/>.</summary>
    public bool IsSilent => !_heard;

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

/// <summary>Sends a few bytes over the link, and sees whether they come back: a wire joins its two ends.</summary>
/// <remarks>
/// They are between two delimiters and fewer than the shortest frame has, so that a host drops them, and so does this
/// token. What else arrives meanwhile goes its way: this only looks on.
/// </remarks>
public sealed class LoopBack
{
    /// <summary>Every bit is sent as 0 and as 1, beside its like and beside its opposite.</summary>
    private static readonly byte[] Pattern = { 0x00, 0x55, 0xAA, 0x33, 0xCC, 0x00 };

    private readonly ILink _link;
    private int _matched;

    public LoopBack(ILink link)
    {
        _link = link;
        _matched = Pattern.Length;
    }

    /// <summary>All of it has come back since it was sent.</summary>
    public bool IsBack { get; private set; }

    public void Send()
    {
        _matched = 0;
        IsBack = false;
        _link.Write(Pattern, 0, Pattern.Length);
    }

    /// <summary>Looks at bytes that have arrived.</summary>
    public void Watch(byte[] bytes, int count)
    {
        for (int i = 0; i < count && _matched < Pattern.Length; i++)
        {
            if (bytes[i] == Pattern[_matched])
            {
                _matched++;
            }
            else
            {
                // Only its first byte can restart it: no other part of it begins with that byte.
                _matched = bytes[i] == Pattern[0] ? 1 : 0;
            }

            IsBack = _matched == Pattern.Length;
        }
    }
}
