namespace HwToken.TestKit.Storage;

/// <summary>A file of a <see cref="CuttableDisk"/>, under whatever names: what is written, and what is surely kept.</summary>
public sealed class DiskFile
{
    private const int Pieces = 4;

    private readonly List<byte> _written = [];
    private byte[] _kept;
    private bool _isKept;

    internal DiskFile()
        : this([])
    {
    }

    internal DiskFile(byte[] kept)
    {
        _kept = kept;
        _isKept = true;
        _written.AddRange(kept);
    }

    /// <summary>What a program reads.</summary>
    internal byte[] Content => _isKept ? _kept : [.. _written];

    internal void Append(ReadOnlySpan<byte> bytes)
    {
        _written.AddRange(bytes);
        _isKept = false;
    }

    internal void Keep()
    {
        _kept = [.. _written];
        _isKept = true;
    }

    /// <summary>
    /// All that may be found in it after a cut: what is kept, and of what is not, any of its quarters without the
    /// others (those before the last one that is there read as zeros), or bytes that nobody wrote.
    /// </summary>
    /// <param name="inSomeWays">Some sets of quarters instead of all.</param>
    internal IEnumerable<(byte[] Content, string Story)> Remains(bool inSomeWays)
    {
        yield return (_kept, _isKept ? "" : ", bytes as before");
        if (_isKept)
        {
            yield break;
        }

        foreach (int arrived in inSomeWays ? [0b0001, 0b0111, 0b1000, 0b1111] : Enumerable.Range(1, (1 << Pieces) - 1))
        {
            yield return (Arrived(arrived), $", quarters {arrived:b4}");
        }

        yield return ([.. _kept, .. _written.Skip(_kept.Length).Select((b, i) => (byte)(b ^ (i + 1))), 0xFF], ", garbage");
    }

    private byte[] Arrived(int pieces)
    {
        int first = _kept.Length;
        int count = _written.Count - first;
        byte[] content = new byte[_written.Count];
        _kept.CopyTo(content, 0);
        int length = first;
        for (int piece = 0; piece < Pieces; piece++)
        {
            int from = first + (count * piece / Pieces);
            int to = first + (count * (piece + 1) / Pieces);
            if ((pieces & (1 << piece)) != 0)
            {
                _written.CopyTo(from, content, from, to - from);
                length = to;
            }
        }

        return content[..length];
    }
}
