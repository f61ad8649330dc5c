using System.Security.Cryptography;

namespace HwToken.Virtual.Storage;

/// <summary>Collects bytes that may be keys, and leaves none of them behind in memory.</summary>
internal sealed class GrowingSecret
{
    private byte[] _bytes = new byte[1024];
    private int _count;

    internal int Count => _count;

    internal void Append(ReadOnlySpan<byte> data)
    {
        if (_count + data.Length > _bytes.Length)
        {
            byte[] larger = new byte[Math.Max(2 * _bytes.Length, _count + data.Length)];
            _bytes.AsSpan(0, _count).CopyTo(larger);
            CryptographicOperations.ZeroMemory(_bytes);
            _bytes = larger;
        }

        data.CopyTo(_bytes.AsSpan(_count));
        _count += data.Length;
    }

    internal byte[] ToArray() => _bytes.AsSpan(0, _count).ToArray();

    internal void Clear()
    {
        CryptographicOperations.ZeroMemory(_bytes);
        _count = 0;
    }
}
