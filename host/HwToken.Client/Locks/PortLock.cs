using HwToken.Client.Errors;
using HwToken.Client.Transports;

namespace HwToken.Client.Locks;

/// <summary>Keeps hwtoken processes of one user from using a port at the same time.</summary>
/// <remarks>
/// A serial port opened exclusively still opens for root, and on a pseudo-terminal the reservation may be lifted by
/// whoever closes it; and an open that fails does not tell whether waiting helps. So a lock on a file says whose turn
/// it is. The system frees it when a process dies, however it dies; the file itself stays, since removing it would let
/// two processes lock two files of one name. Beside it lies a note, an empty file, from when the holder has found a
/// token at the port until it is done: a file that is locked cannot be read everywhere.
/// </remarks>
internal sealed class PortLock : IDisposable
{
    /// <summary>How often a waiting process looks: short beside a person's press, and cheap.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly FileStream? _file;
    private readonly string _note;

    private PortLock(FileStream? file, string note)
    {
        _file = file;
        _note = note;
    }

    /// <param name="folder">Where the locks are, made if need be.</param>
    /// <param name="wait">How long to wait for another process; zero not to wait.</param>
    /// <param name="waiting">Called once when there is somebody to wait for.</param>
    /// <param name="isProbe">No longer than until the other process has found a token there.</param>
    /// <exception cref="PortBusyException">Another hwtoken still holds it.</exception>
    public static async Task<PortLock> AcquireAsync(
        string folder,
        PortAddress address,
        TimeSpan wait,
        Action? waiting,
        TimeProvider time,
        CancellationToken cancellationToken,
        bool isProbe = false)
    {
        string name = NameOf(address.RealPath);
        string path = Path.Combine(folder, name + ".lock");
        string note = Path.Combine(folder, name + ".token");
        long start = time.GetTimestamp();
        PortLock? held = TryAcquire(path, note);
        if (held is null && wait > TimeSpan.Zero)
        {
            waiting?.Invoke();
        }

        bool isToken = File.Exists(note);
        while (held is null && !(isProbe && isToken) && time.GetElapsedTime(start) < wait)
        {
            await Task.Delay(Interval, time, cancellationToken).ConfigureAwait(false);
            held = TryAcquire(path, note);
            isToken = File.Exists(note);
        }

        return held ?? throw PortBusyException.ByHwToken(address.Text, isToken);
    }

    /// <summary>Tells whoever waits that a token has answered at the port.</summary>
    public void NoteToken()
    {
        try
        {
            if (_file is not null)
            {
                Open(_note).Dispose();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // They wait for their turn instead, and ask the token themselves.
        }
    }

    public void Dispose()
    {
        if (_file is not null)
        {
            // While the lock is held: afterwards the note may be the next holder's.
            RemoveNote();
            _file.Dispose();
        }
    }

    private void RemoveNote()
    {
        try
        {
            File.Delete(_note);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next holder tries again.
        }
    }

    private static PortLock? TryAcquire(string path, string note)
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

            var held = new PortLock(Open(path), note);

            // It was left by a process that was killed.
            held.RemoveNote();
            return held;
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full disk or a read-only home must not keep anybody from a code. The port itself is still opened
            // exclusively: a second process then finds it busy, instead of waiting for its turn.
            return new PortLock(null, note);
        }
    }

    /// <summary>Opens a file of the user's alone, made if need be, and locks it.</summary>
    private static FileStream Open(string path)
    {
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

        return new FileStream(path, options);
    }

    private static bool IsHeld(IOException exception) => OperatingSystem.IsWindows()
        ? (exception.HResult & 0xFFFF) is 32 or 33 // ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
        : exception.HResult == (OperatingSystem.IsLinux() ? 11 : 35); // EWOULDBLOCK, see flock(2)

    private static string NameOf(string realPath) =>
        "port-" + string.Concat(realPath.Select(c => char.IsAsciiLetterOrDigit(c) || c == '.' ? c : '-')).Trim('-');
}
