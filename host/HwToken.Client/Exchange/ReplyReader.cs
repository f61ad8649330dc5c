using HwToken.Client.Errors;
using HwToken.Client.Transports;
using HwToken.Core.Protocol;

namespace HwToken.Client.Exchange;

/// <summary>Finds replies in what comes over a line, whatever else comes besides.</summary>
internal sealed class ReplyReader(ITransport transport)
{
    /// <summary>
    /// Bytes without a reply among them after which something else than a token must be talking: more than a board
    /// prints while it boots, and a second and a half of a line that never stops.
    /// </summary>
    public const int MaxNoise = 16 * 1024;

    private readonly byte[] _chunk = new byte[512];
    private int _position;
    private int _end;
    private int _noise;
    private bool _sawDelimiter;

    /// <summary>The last reply, until the next read.</summary>
    public FrameReader Last { get; } = new();

    /// <summary>A frame has begun to arrive and has not ended.</summary>
    public bool IsInsideFrame { get; private set; }

    /// <summary>Anything at all has arrived since the last reply.</summary>
    public bool HasNoise => _noise > 0;

    /// <summary>Waits for the next reply of our version, to whatever request. A cancelled wait loses nothing.</summary>
    /// <exception cref="NotATokenException">Only other things come, and too many of them.</exception>
    /// <exception cref="TokenUnpluggedException">The line has ended.</exception>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            while (_position < _end)
            {
                if (Push(_chunk[_position++]))
                {
                    _noise = 0;
                    return;
                }
            }

            if (_noise > MaxNoise)
            {
                throw new NotATokenException(transport.Name, "something there sends all the time, and nothing that a token would");
            }

            // A source that never pauses must not keep a timeout from being noticed.
            cancellationToken.ThrowIfCancellationRequested();
            _position = 0;
            _end = 0;
            _end = await transport.ReadAsync(_chunk, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Overwrites what has arrived: a code, or a key that an echo sent back. Only when a reply was just read, since
    /// what has arrived of the next one is forgotten too.
    /// </summary>
    public void Clear()
    {
        Last.Clear();
        _chunk.AsSpan(0, _position).Clear();
    }

    private bool Push(byte value)
    {
        _noise++;
        bool isDelimiter = value == Frame.Delimiter;
        IsInsideFrame = !isDelimiter && (_sawDelimiter || IsInsideFrame);
        _sawDelimiter = isDelimiter;
        return Last.Push(value)
            && Last.Version == Frame.Version
            && (Last.Flags & Frame.ReplyFlag) != 0;
    }
}
