using Microsoft.Win32.SafeHandles;

namespace HwToken.Virtual.Posix;

/// <summary>Tells when a file is opened or closed, also by a process that is killed: Linux's inotify.</summary>
internal sealed class OpenCloseWatch : IDisposable
{
    // inotify(7)
    private const uint Opened = 0x20;
    private const uint ClosedAfterWriting = 0x8;
    private const uint ClosedAfterReading = 0x10;
    private const int EventLength = 16;
    private const int MaskAt = 4;

    private readonly byte[] _events = new byte[64 * EventLength];

    private OpenCloseWatch(SafeFileHandle handle)
    {
        Handle = handle;
    }

    /// <summary>Readable when something happened.</summary>
    internal SafeFileHandle Handle { get; }

    /// <returns>Null where the system does not tell.</returns>
    internal static OpenCloseWatch? TryOpen(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        // IN_NONBLOCK and IN_CLOEXEC have the numbers of O_NONBLOCK and O_CLOEXEC.
        SafeFileHandle handle = LibC.OpenWatch(Constants.NonBlocking | Constants.CloseOnExec);
        if (!handle.IsInvalid && LibC.AddWatch(handle, path, Opened | ClosedAfterWriting | ClosedAfterReading) >= 0)
        {
            return new OpenCloseWatch(handle);
        }

        handle.Dispose();
        return null;
    }

    /// <summary>Takes what happened since the last call.</summary>
    /// <param name="lastWasClose">The file was closed, and not opened after that.</param>
    /// <returns>False if nothing happened.</returns>
    internal unsafe bool Take(out bool lastWasClose)
    {
        lastWasClose = false;
        bool any = false;
        while (true)
        {
            nint count;
            fixed (byte* start = _events)
            {
                count = LibC.Read(Handle, start, (nuint)_events.Length);
            }

            if (count <= 0)
            {
                return any;
            }

            // The watched path is a file, so no event carries a name: all have one length.
            any = true;
            ReadOnlySpan<byte> last = _events.AsSpan((int)count - EventLength + MaskAt);
            uint mask = BitConverter.ToUInt32(last);
            lastWasClose = (mask & Opened) == 0;
        }
    }

    public void Dispose() => Handle.Dispose();
}
