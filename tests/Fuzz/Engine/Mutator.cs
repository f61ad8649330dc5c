namespace HwToken.Fuzz.Engine;

/// <summary>Makes a new input of one or two old ones. The same seed makes the same inputs.</summary>
public sealed class Mutator(int seed, int maxLength)
{
    private static readonly byte[] Interesting = [0, 1, 2, 0x10, 0x1F, 0x20, 0x40, 0x7F, 0x80, 0xFE, 0xFF];

    private readonly Random _random = new(seed);
    private readonly byte[] _buffer = new byte[maxLength];

    /// <summary>An input, valid until the next call.</summary>
    public ReadOnlySpan<byte> Next(IReadOnlyList<byte[]> corpus)
    {
        byte[] from = corpus[_random.Next(corpus.Count)];
        int length = Math.Min(from.Length, maxLength);
        from.AsSpan(0, length).CopyTo(_buffer);
        for (int i = _random.Next(6); i >= 0; i--)
        {
            length = Mutate(length, corpus);
        }

        return _buffer.AsSpan(0, length);
    }

    private int Mutate(int length, IReadOnlyList<byte[]> corpus)
    {
        int at = length == 0 ? 0 : _random.Next(length);
        switch (_random.Next(8))
        {
            case 0 when length > 0:
                _buffer[at] ^= (byte)(1 << _random.Next(8));
                return length;
            case 1 when length > 0:
                _buffer[at] = (byte)_random.Next(256);
                return length;
            case 2 when length > 0:
                _buffer[at] = Interesting[_random.Next(Interesting.Length)];
                return length;
            case 3 when length > 0:
                _buffer[at] += (byte)_random.Next(-8, 9);
                return length;
            case 4 when length > 0:
                return Remove(at, 1 + _random.Next(Math.Min(16, length - at)), length);
            case 5:
                return Insert(at, [(byte)_random.Next(256)], length);
            case 6 when length > 0:
                return Insert(at, _buffer.AsSpan(at, 1 + _random.Next(Math.Min(32, length - at))).ToArray(), length);
            default:
                byte[] other = corpus[_random.Next(corpus.Count)];
                int start = other.Length == 0 ? 0 : _random.Next(other.Length);
                return Insert(at, other.AsSpan(start, Math.Min(other.Length - start, 1 + _random.Next(64))), length);
        }
    }

    private int Remove(int at, int count, int length)
    {
        _buffer.AsSpan(at + count, length - at - count).CopyTo(_buffer.AsSpan(at));
        return length - count;
    }

    private int Insert(int at, ReadOnlySpan<byte> bytes, int length)
    {
        int count = Math.Min(bytes.Length, maxLength - length);
        _buffer.AsSpan(at, length - at).CopyTo(_buffer.AsSpan(at + count));
        bytes[..count].CopyTo(_buffer.AsSpan(at));
        return length + count;
    }
}
