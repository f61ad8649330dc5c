using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace HwToken.Fuzz.Engine;

/// <summary>Which branches an input took, and how often by powers of two; and whether any of that is new.</summary>
internal sealed unsafe class Coverage : IDisposable
{
    private const int Length = 1 << 16;

    private static readonly byte[] Bucket = MakeBuckets();

    private readonly byte* _map = (byte*)NativeMemory.AllocZeroed(Length);
    private readonly byte[] _seen = new byte[Length];

    /// <summary>Before any instrumented code runs: it writes to this map.</summary>
    public Coverage() => Trace.SharedMem = _map;

    /// <summary>Branches taken by any input so far.</summary>
    public int Reached { get; private set; }

    /// <summary>Begins a campaign of another target.</summary>
    public void Forget()
    {
        Array.Clear(_seen);
        Reached = 0;
    }

    /// <summary>Begins an input.</summary>
    public void Begin()
    {
        new Span<byte>(_map, Length).Clear();
        Trace.PrevLocation = 0;
    }

    /// <returns>True if this input took a branch, or as often, as none before.</returns>
    public bool IsNew()
    {
        bool isNew = false;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(new ReadOnlySpan<byte>(_map, Length));
        for (int word = words.IndexOfAnyExcept(0UL); word >= 0;)
        {
            for (int i = word * sizeof(ulong); i < (word + 1) * sizeof(ulong); i++)
            {
                int bucket = Bucket[_map[i]];
                if ((_seen[i] & bucket) != bucket)
                {
                    Reached += _seen[i] == 0 ? 1 : 0;
                    _seen[i] |= (byte)bucket;
                    isNew = true;
                }
            }

            int next = words[(word + 1)..].IndexOfAnyExcept(0UL);
            word = next < 0 ? -1 : word + 1 + next;
        }

        return isNew;
    }

    public void Dispose() => NativeMemory.Free(_map);

    /// <summary>1, 2, 3, 4-7, 8-15, 16-31, 32-127, 128 and more, a bit each, as AFL counts.</summary>
    private static byte[] MakeBuckets()
    {
        byte[] buckets = new byte[256];
        for (int count = 1; count < 256; count++)
        {
            buckets[count] = count switch
            {
                < 4 => (byte)(1 << (count - 1)),
                < 8 => 1 << 3,
                < 16 => 1 << 4,
                < 32 => 1 << 5,
                < 128 => 1 << 6,
                _ => 1 << 7,
            };
        }

        return buckets;
    }
}
