using HwToken.Device.Ports;

namespace HwToken.Device.App;

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
                // Only its first byte can begin it anew: no other part of it begins as it does.
                _matched = bytes[i] == Pattern[0] ? 1 : 0;
            }

            IsBack = _matched == Pattern.Length;
        }
    }
}
