using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace HwToken.Virtual.Posix;

/// <summary>A pseudo-terminal in raw mode, 115200 8N1: the token's end is the master, the host's the slave.</summary>
/// <remarks>
/// The slave stays open here besides, so that a host that closes it does not hang the line up, and so that the mode
/// outlives it.
/// </remarks>
internal sealed class PseudoTerminal : IDisposable
{
    // The real structure takes 60 bytes on Linux and 72 on macOS; nothing here looks inside.
    private const int AttributesLength = 256;

    private readonly SafeFileHandle _slave;

    private PseudoTerminal(SafeFileHandle master, SafeFileHandle slave, string slavePath)
    {
        Master = master;
        _slave = slave;
        SlavePath = slavePath;
    }

    internal static bool IsSupported => OperatingSystem.IsLinux() || OperatingSystem.IsMacOS();

    internal SafeFileHandle Master { get; }

    /// <summary>Such as /dev/pts/7.</summary>
    internal string SlavePath { get; }

    /// <exception cref="IOException">The system has no more of them, or does not let this process have one.</exception>
    internal static PseudoTerminal Open()
    {
        int flags = Constants.ReadWrite | Constants.NoControllingTerminal | Constants.NonBlocking | Constants.CloseOnExec;
        SafeFileHandle master = LibC.OpenMaster(flags);
        SafeFileHandle? slave = null;
        try
        {
            Check(!master.IsInvalid && LibC.GrantSlave(master) == 0 && LibC.UnlockSlave(master) == 0);
            string path = NameOfSlave(master);
            slave = LibC.Open(path, flags);
            Check(!slave.IsInvalid);
            MakeRaw(slave);
            return new PseudoTerminal(master, slave, path);
        }
        catch
        {
            slave?.Dispose();
            master.Dispose();
            throw;
        }
    }

    /// <returns>Bytes read; 0 if there are none.</returns>
    internal unsafe int Read(Span<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            nint count = LibC.Read(Master, start, (nuint)buffer.Length);
            if (count < 0 && Marshal.GetLastPInvokeError() is int error
                && error != Constants.WouldBlock && error != Constants.Interrupted)
            {
                throw PosixFailure.Last("cannot read from the pseudo-terminal");
            }

            return (int)Math.Max(count, 0);
        }
    }

    /// <summary>Writes what the host's end has room for; the rest is lost, as on a line that is not read.</summary>
    internal unsafe void Write(ReadOnlySpan<byte> data)
    {
        while (!data.IsEmpty)
        {
            nint count;
            fixed (byte* start = data)
            {
                count = LibC.Write(Master, start, (nuint)data.Length);
            }

            if (count > 0)
            {
                data = data[(int)count..];
            }
            else if (count == 0 || Marshal.GetLastPInvokeError() != Constants.Interrupted)
            {
                return;
            }
        }
    }

    /// <summary>Drops what the host's end has received and not read.</summary>
    internal void DiscardUnread() => _ = LibC.Flush(_slave, Constants.InputQueue);

    /// <summary>Lets others open the slave again, if a host had reserved it for itself. Linux only.</summary>
    internal void EndExclusiveUse() => _ = LibC.Control(_slave, Constants.EndExclusive);

    public void Dispose()
    {
        _slave.Dispose();
        Master.Dispose();
    }

    private static unsafe string NameOfSlave(SafeFileHandle master)
    {
        byte* name = stackalloc byte[128];
        Check(LibC.SlaveName(master, name, 128) == 0);
        return Marshal.PtrToStringUTF8((nint)name)!;
    }

    private static unsafe void MakeRaw(SafeFileHandle slave)
    {
        byte* attributes = stackalloc byte[AttributesLength];
        Check(LibC.GetAttributes(slave, attributes) == 0);
        LibC.MakeRaw(attributes);
        Check(LibC.SetSpeed(attributes, Constants.Speed115200) == 0
            && LibC.SetAttributes(slave, Constants.SetNow, attributes) == 0);
    }

    private static void Check(bool done)
    {
        if (!done)
        {
            throw PosixFailure.Last("cannot open a pseudo-terminal");
        }
    }
}
