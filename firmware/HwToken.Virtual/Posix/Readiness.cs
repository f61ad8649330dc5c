using System.Runtime.InteropServices;

namespace HwToken.Virtual.Posix;

/// <summary>Waits until one of a few files can be read.</summary>
/// <remarks>By select(2): poll(2) of macOS does not know pseudo-terminals.</remarks>
internal sealed class Readiness
{
    /// <summary>FD_SETSIZE; both systems keep bit n of the set in bit n % 8 of byte n / 8.</summary>
    private const int MaxFiles = 1024;

    private readonly int[] _files;
    private readonly byte[] _ready = new byte[MaxFiles / 8];

    /// <param name="files">They stay open as long as this is used.</param>
    internal Readiness(IEnumerable<SafeHandle> files)
    {
        _files = [.. files.Select(Number)];
        if (_files.Any(file => file >= MaxFiles))
        {
            throw new IOException($"this process has more than {MaxFiles} files open");
        }
    }

    internal unsafe void Wait()
    {
        int result;
        do
        {
            Array.Clear(_ready);
            foreach (int file in _files)
            {
                _ready[file / 8] |= (byte)(1 << (file % 8));
            }

            fixed (byte* ready = _ready)
            {
                result = LibC.Select(_files.Max() + 1, ready, null, null, null);
            }
        }
        while (result < 0 && Marshal.GetLastPInvokeError() == Constants.Interrupted);

        if (result < 0)
        {
            throw PosixFailure.Last("cannot wait for the link");
        }
    }

    /// <summary>Whether it was this one that ended the last wait.</summary>
    internal bool IsReady(SafeHandle file) => (_ready[Number(file) / 8] & (1 << (Number(file) % 8))) != 0;

    private static int Number(SafeHandle file) => (int)file.DangerousGetHandle();
}
