using HwToken.Base.Files;
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

    private readonly FileLock? _held;
    private readonly PrivateFolder _folder;
    private readonly string _note;

    /// <param name="held">Null where the disk lets nobody make a lock.</param>
    private PortLock(FileLock? held, PrivateFolder folder, string note)
    {
        _held = held;
        _folder = folder;
        _note = note;
    }

    /// <param name="folder">Where the locks are, made if need be.</param>
    /// <param name="wait">How long to wait for another process; zero not to wait.</param>
    /// <param name="waiting">Called once when there is somebody to wait for.</param>
    /// <param name="isProbe">No longer than until the other process has found a token there.</param>
    /// <exception cref="PortBusyException">Another hwtoken still holds it.</exception>
    /// <exception cref="ObstacleException">Something lies in the lock's place that is no file.</exception>
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
        string note = name + ".token";
        var locks = new PrivateFolder(folder);
        long start = time.GetTimestamp();
        PortLock? held = TryAcquire(locks, name + ".lock", note);
        if (held is null && wait > TimeSpan.Zero)
        {
            waiting?.Invoke();
        }

        bool isToken = File.Exists(locks.PathOf(note));
        while (held is null && !(isProbe && isToken) && time.GetElapsedTime(start) < wait)
        {
            await Task.Delay(Interval, time, cancellationToken).ConfigureAwait(false);
            held = TryAcquire(locks, name + ".lock", note);
            isToken = File.Exists(locks.PathOf(note));
        }

        return held ?? throw PortBusyException.ByHwToken(address.Text, isToken);
    }

    /// <summary>Tells those who wait that a token has answered at the port.</summary>
    public void NoteToken()
    {
        try
        {
            if (_held is not null)
            {
                _folder.TryLock(_note)?.Dispose();
            }
        }
        catch (Exception e) when (PrivateFolder.IsFault(e))
        {
            // They wait for their turn instead, and ask the token themselves.
        }
    }

    public void Dispose()
    {
        if (_held is not null)
        {
            // While the lock is held: afterwards the note may be the next holder's. If it cannot be removed, the next
            // holder tries again.
            _folder.Delete(_note);
            _held.Dispose();
        }
    }

    private static PortLock? TryAcquire(PrivateFolder folder, string name, string note)
    {
        try
        {
            if (folder.TryLock(name) is not { } held)
            {
                return null;
            }

            folder.Delete(note); // left by a process that was killed
            return new PortLock(held, folder, note);
        }
        catch (Exception e) when (PrivateFolder.IsFault(e) && e is not ObstacleException)
        {
            // A full disk or a read-only home must not keep anybody from a code. The port itself is still opened
            // exclusively: a second process then finds it busy, instead of waiting for its turn.
            return new PortLock(null, folder, note);
        }
    }

    /// <summary>A port's name in the names of files and signs.</summary>
    public static string NameOf(string realPath) =>
        "port-" + string.Concat(realPath.Select(c => char.IsAsciiLetterOrDigit(c) || c == '.' ? c : '-')).Trim('-');
}
