using System.Runtime.InteropServices;
using HwToken.TestKit.Desktop;

namespace HwToken.Client.Tests.Peers;

/// <summary>A serial port of this computer whose other end a peer holds: a real pseudo-terminal.</summary>
internal sealed partial class Pseudoterminal : IDisposable
{
    // O_RDWR, O_NOCTTY and TCIFLUSH of Linux, or of macOS.
    private const int ReadWrite = 2;
    private static readonly int NoControllingTerminal = OperatingSystem.IsLinux() ? 0x100 : 0x20000;
    private static readonly int InputQueue = OperatingSystem.IsLinux() ? 0 : 1;

    private readonly IPeer _peer;
    private readonly int _master;
    private readonly int _slave;
    private readonly Thread _reader;
    private volatile bool _stopping;

    public Pseudoterminal(IPeer peer)
    {
        _peer = peer;
        _master = posix_openpt(ReadWrite | NoControllingTerminal);
        Assert.True(_master >= 0 && grantpt(_master) == 0 && unlockpt(_master) == 0, "this system gives no pseudo-terminal");
        byte[] name = new byte[128];
        Assert.Equal(0, ptsname_r(_master, name, (nuint)name.Length));
        Path = System.Text.Encoding.UTF8.GetString(name, 0, Array.IndexOf(name, (byte)0));

        // Kept open, as a bridge chip stays powered: the line does not end when a host closes it.
        _slave = open(name, ReadWrite | NoControllingTerminal);
        byte[] attributes = new byte[256];
        Assert.Equal(0, tcgetattr(_slave, attributes));
        cfmakeraw(attributes);
        Assert.Equal(0, tcsetattr(_slave, 0, attributes));
        _reader = new Thread(Run) { IsBackground = true, Name = $"peer of {Path}" };
        _reader.Start();
    }

    /// <summary>Such as /dev/pts/7.</summary>
    public string Path { get; }

    /// <summary>Sends as fast as the host takes it, until the plug is pulled.</summary>
    public void Send(byte[] bytes)
    {
        // In pieces that find room when Dispose makes some.
        foreach (byte[] piece in bytes.Chunk(1024))
        {
            if (_stopping)
            {
                return;
            }

            _ = write(_master, piece, (nuint)piece.Length);
        }
    }

    /// <summary>Pulls the plug.</summary>
    public void Dispose()
    {
        if (_stopping)
        {
            return;
        }

        // The peer waits in read or write: a byte wakes the one, room the other.
        _stopping = true;
        _ = tcflush(_slave, InputQueue);
        _ = write(_slave, [0], 1);
        _reader.Join();
        _ = close(_slave);
        _ = close(_master);
    }

    private void Run()
    {
        byte[] buffer = new byte[1024];
        while (true)
        {
            nint count = read(_master, buffer, (nuint)buffer.Length);
            if (count <= 0 || _stopping)
            {
                return;
            }

            foreach (byte[] answer in _peer.Receive(buffer.AsSpan(0, (int)count)))
            {
                Send(answer);
            }
        }
    }

#pragma warning disable SYSLIB1054 // Source-generated marshalling needs unsafe code, which tests do without.
    [DllImport("libc", SetLastError = true)]
    private static extern int posix_openpt(int flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int grantpt(int file);

    [DllImport("libc", SetLastError = true)]
    private static extern int unlockpt(int file);

    [DllImport("libc", SetLastError = true)]
    private static extern int ptsname_r(int file, byte[] name, nuint length);

    [DllImport("libc", SetLastError = true)]
    private static extern int open(byte[] path, int flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int close(int file);

    [DllImport("libc", SetLastError = true)]
    private static extern nint read(int file, byte[] buffer, nuint count);

    [DllImport("libc", SetLastError = true)]
    private static extern nint write(int file, byte[] buffer, nuint count);

    [DllImport("libc", SetLastError = true)]
    private static extern int tcgetattr(int file, byte[] attributes);

    [DllImport("libc", SetLastError = true)]
    private static extern int tcsetattr(int file, int when, byte[] attributes);

    [DllImport("libc")]
    private static extern void cfmakeraw(byte[] attributes);

    [DllImport("libc", SetLastError = true)]
    private static extern int tcflush(int file, int queue);
#pragma warning restore SYSLIB1054
}
