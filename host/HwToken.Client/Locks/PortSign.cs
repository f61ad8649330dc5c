using System.Net.Sockets;
using HwToken.Client.Errors;
using HwToken.Client.Transports;

namespace HwToken.Client.Locks;

/// <summary>Tells every user of this computer that a hwtoken uses a port, and is gone however the process ends.</summary>
/// <remarks>
/// A <see cref="PortLock"/> is a file of one user's, in one cache folder, and of a port that somebody else has open the
/// system says no more than that it is busy. The sign says that waiting helps. It is a name without a file: a socket's in
/// the abstract namespace on Linux (unix(7)), a kernel object's on Windows; elsewhere there is none, and a port of another
/// user's hwtoken is just busy. It only explains: a false sign makes others wait for a port that is busy anyway. Root
/// alone goes by it, since no port is busy to root.
/// </remarks>
internal sealed class PortSign : IDisposable
{
    /// <summary>How often a waiting process looks.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>A name has at most 107 bytes with what is before it; the end tells ports apart.</summary>
    private const int MaxNameLength = 80;

    private const string TokenEnding = "/token";

    private readonly string _name;
    private IDisposable? _use;
    private IDisposable? _token;

    public PortSign(PortAddress address)
    {
        string name = PortLock.NameOf(address.RealPath);
        _name = name[^Math.Min(name.Length, MaxNameLength)..];
    }

    /// <summary>Another process shows it.</summary>
    public bool IsShown => _use is null && IsTaken(_name);

    /// <summary>The port is open.</summary>
    public void Show() => _use ??= TryTake(_name);

    /// <summary>A token has answered there.</summary>
    public void ShowToken() => _token ??= TryTake(_name + TokenEnding);

    /// <summary>Waits until the other process is done with the port that could not be opened.</summary>
    /// <param name="start">When the waiting for this port began.</param>
    /// <param name="waiting">Called once when there is somebody to wait for.</param>
    /// <param name="isProbe">No longer than until the other process has found a token there.</param>
    /// <returns>False if no hwtoken has the port: waiting may not help.</returns>
    /// <exception cref="PortBusyException">Another hwtoken still holds it.</exception>
    public async Task<bool> WaitAsync(
        PortAddress address,
        long start,
        TimeSpan wait,
        Action? waiting,
        bool isProbe,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        Dispose();
        bool isUsed = false;
        while (IsShown)
        {
            bool isToken = IsTaken(_name + TokenEnding);
            if ((isProbe && isToken) || time.GetElapsedTime(start) >= wait)
            {
                throw PortBusyException.ByHwToken(address.Text, isToken);
            }

            if (!isUsed)
            {
                isUsed = true;
                waiting?.Invoke();
            }

            await Task.Delay(Interval, time, cancellationToken).ConfigureAwait(false);
        }

        return isUsed;
    }

    public void Dispose()
    {
        _token?.Dispose();
        _use?.Dispose();
        (_token, _use) = (null, null);
    }

    private static IDisposable? TryTake(string name)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                var mutex = new Mutex(initiallyOwned: false, WindowsName(name), out bool isNew);
                if (isNew)
                {
                    return mutex;
                }

                mutex.Dispose();
            }
            else if (OperatingSystem.IsLinux())
            {
                Socket socket = CreateSocket();
                try
                {
                    socket.Bind(LinuxName(name));
                    return socket;
                }
                catch (SocketException)
                {
                    socket.Dispose();
                }
            }
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException or WaitHandleCannotBeOpenedException or SocketException)
        {
            // Another user's. Without a sign the port is used all the same.
        }

        return null;
    }

    private static bool IsTaken(string name)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                bool isThere = Mutex.TryOpenExisting(WindowsName(name), out Mutex? mutex);
                mutex?.Dispose();
                return isThere;
            }

            if (!OperatingSystem.IsLinux())
            {
                return false;
            }

            using Socket socket = CreateSocket();
            socket.Connect(LinuxName(name));
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
        catch (Exception e) when (e is IOException or WaitHandleCannotBeOpenedException or SocketException)
        {
            return false;
        }
    }

    private static Socket CreateSocket() => new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);

    private static UnixDomainSocketEndPoint LinuxName(string name) => new($"\0hwtoken/{name}");

    private static string WindowsName(string name) => $@"Global\hwtoken-{name.Replace('/', '-')}";
}
