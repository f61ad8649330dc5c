using HwToken.Client.Errors;
using HwToken.Client.Transports;

namespace HwToken.Client.Locks;

/// <summary>Keeps hwtoken processes of one user from using a port at the same time.</summary>
/// <remarks>
/// A serial port opened exclusively still opens for root, and on a pseudo-terminal the reservation may be lifted by
/// whoever closes it; and an open that fails does not tell whether waiting helps. So a lock on a file says whose turn
/// it is. The system frees it when a process dies, however it dies; the file itself stays, since removing it would let
/// two processes lock two files of one name.
/// </remarks>
internal sealed class PortLock : IDisposable
{
    /// <summary>How often a waiting process looks: short beside a person's press, and cheap.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly FileStream? _file;

    private PortLock(FileStream? file)
    {
        _file = file;
    }

    /// <param name="folder">Where the locks are, made if need be.</param>
    /// <param name="wait">How long to wait for another process; zero not to wait.</param>
    /// <param name="waiting">Called once when there is somebody to wait for.</param>
    /// <exception cref="PortBusyException">Another hwtoken still holds it.</exception>
    public static async Task<PortLock> AcquireAsync(
        string folder, PortAddress address, TimeSpan wait, Action? waiting, TimeProvider time, CancellationToken cancellationToken)
    {
        string path = Path.Combine(folder, FileName(address.RealPath));
        long start = time.GetTimestamp();
        PortLock? held = TryAcquire(path);
        if (held is null && wait > TimeSpan.Zero)
        {
            waiting?.Invoke();
        }

        while (held is null && time.GetElapsedTime(start) < wait)
        {
            await Task.Delay(Interval, time, cancellationToken).ConfigureAwait(false);
            held = TryAcquire(path);
        }

        return held ?? throw PortBusyException.ByHwToken(address.Text);
    }

    public void Dispose() => _file?.Dispose();

    private static PortLock? TryAcquire(string path)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            }
            else
            {
                Directory.CreateDirectory(
                    Path.GetDirectoryName(path)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            var options = new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                BufferSize = 0,
            };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            return new PortLock(new FileStream(path, options));
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full disk or a read-only home must not keep anybody from a code. The port itself is still opened
            // exclusively: a second process then finds it busy, instead of waiting for its turn.
            return new PortLock(null);
        }
    }

    private static bool IsHeld(IOException exception) => OperatingSystem.IsWindows()
        ? (exception.HResult & 0xFFFF) is 32 or 33 // ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
        : exception.HResult == (OperatingSystem.IsLinux() ? 11 : 35); // EWOULDBLOCK, see flock(2)

    private static string FileName(string realPath) => string.Create(
        null, $"port-{string.Concat(realPath.Select(c => char.IsAsciiLetterOrDigit(c) || c == '.' ? c : '-')).Trim('-')}.lock");
}
