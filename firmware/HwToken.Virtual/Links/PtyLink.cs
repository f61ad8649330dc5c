// A pseudo-terminal as the link, and the symlink by which a host finds it.
using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using HwToken.Virtual.Errors;
using HwToken.Virtual.Posix;

namespace HwToken.Virtual.Links;

/// <summary>A serial port for hosts: a pseudo-terminal with its own path.</summary>
internal sealed class PtyLink : HostLink
{
    private readonly PseudoTerminal _terminal;
    private readonly OpenCloseWatch? _hosts;
    private readonly AnonymousPipeServerStream _stop = new(PipeDirection.Out);
    private LinkSymlink? _symlink;
    private Thread? _reader;

    private PtyLink(string path, PseudoTerminal terminal)
    {
        Path = path;
        _terminal = terminal;
        _hosts = OpenCloseWatch.TryOpen(terminal.SlavePath);
    }

    internal override string Path { get; }

    /// <param name="path">Path of the symlink to the pseudo-terminal, absolute.</param>
    /// <exception cref="VirtualTokenException">The system gives no pseudo-terminal.</exception>
    internal static PtyLink Open(string path)
    {
        const string Instead = "use --link tcp:127.0.0.1:0 and the address that it then prints";
        if (!PseudoTerminal.IsSupported)
        {
            throw new VirtualTokenException("this system has no pseudo-terminals", Instead);
        }

        try
        {
            return new PtyLink(path, PseudoTerminal.Open());
        }
        catch (IOException e)
        {
            throw new VirtualTokenException(e.Message, Instead, e);
        }
    }

    internal override void Start()
    {
        _symlink = LinkSymlink.Create(Path, _terminal.SlavePath);
        _reader = new Thread(Receive) { IsBackground = true, Name = "hwtoken-virtual link" };
        _reader.Start();
    }

    public override void Write(byte[] buffer, int offset, int count) => _terminal.Write(buffer.AsSpan(offset, count));

    protected override async Task UnplugAsync()
    {
        _symlink?.Dispose();
        Queue.Close();
        _stop.WriteByte(0);
        _reader?.Join();
        _hosts?.Dispose();
        _terminal.Dispose();
        await _stop.DisposeAsync().ConfigureAwait(false);
    }

    private void Receive()
    {
        byte[] buffer = new byte[ReceiveQueue.Capacity / 4];
        SafeHandle stop = _stop.ClientSafePipeHandle;
        try
        {
            Readiness readiness = new(new SafeHandle?[] { _terminal.Master, stop, _hosts?.Handle }.OfType<SafeHandle>());
            do
            {
                readiness.Wait();
                if (readiness.IsReady(stop))
                {
                    return;
                }

                // Before the bytes: a host that has come sends only after that, and must find its replies.
                NoticeHosts();
            }
            while (Queue.WriteAsync(buffer.AsMemory(0, _terminal.Read(buffer))).AsTask().GetAwaiter().GetResult());
        }
        catch (IOException e)
        {
            Break(e);
        }
    }

    /// <summary>Does what a serial port's driver does when it is closed and opened.</summary>
    private void NoticeHosts()
    {
        if (_hosts is null || !_hosts.Take(out bool lastWasClose))
        {
            return;
        }

        _terminal.DiscardUnread();
        if (lastWasClose)
        {
            // A killed host's reservation would outlive it, since the slave stays open here.
            _terminal.EndExclusiveUse();
        }
    }
}

/// <summary>The path under which a host finds the pseudo-terminal: it appears and disappears as a whole.</summary>
internal sealed partial class LinkSymlink : IDisposable
{
    private readonly string _path;
    private readonly string _target;

    private LinkSymlink(string path, string target)
    {
        _path = path;
        _target = target;
    }

    /// <summary>Makes it, in the place of one that an earlier token left behind, and of nothing else.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="target">The slave's path.</param>
    /// <exception cref="VirtualTokenException">Something else is there, or the folder cannot be written.</exception>
    internal static LinkSymlink Create(string path, string target)
    {
        string next = $"{path}.{Environment.ProcessId}-{Guid.NewGuid():N}";
        FileSystemInfo? made = null;
        try
        {
            RefuseToReplace(path);
            made = File.CreateSymbolicLink(next, target);
            File.Move(next, path, overwrite: true);
            return new LinkSymlink(path, target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            made?.Delete();
            throw new VirtualTokenException(
                $"cannot make the link {path}: {e.Message}", "give another path with --link", e);
        }
    }

    /// <summary>Removes it, unless another token has put its own there.</summary>
    public void Dispose()
    {
        if (new FileInfo(_path).LinkTarget == _target)
        {
            File.Delete(_path);
        }
    }

    private static void RefuseToReplace(string path)
    {
        FileInfo there = new(path);
        bool stale = there.LinkTarget is { } target && (SlavePath().IsMatch(target) || !there.ResolveLinkTarget(true)!.Exists);
        if (!stale && (there.Exists || Directory.Exists(path)))
        {
            throw new VirtualTokenException(
                $"{path} exists and is not a virtual token's link", "give another path with --link; it was left untouched");
        }
    }

    [GeneratedRegex(@"^/dev/(pts/|ttys)\d+$")]
    private static partial Regex SlavePath();
}
