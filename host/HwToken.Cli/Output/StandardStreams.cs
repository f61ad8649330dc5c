// The standard streams, whichever of them the caller left open.
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace HwToken.Cli.Output;

/// <summary>The streams that the caller gave this process. Each may be missing, as after <c>hwtoken &gt;&amp;-</c>.</summary>
/// <param name="Output">Unbuffered. Where it is missing, writing is an <see cref="IOException"/>.</param>
/// <param name="Error">Where it is missing, what is written is lost.</param>
internal sealed partial record StandardStreams(Stream Input, Stream Output, Stream Error)
{
    private const int GetDescriptorFlags = 1; // F_GETFD, the same on Linux, macOS and the BSDs
    private const int CloseOnExec = 1; // FD_CLOEXEC, likewise

    /// <summary>Kept until the process ends, or the numbers would be free again.</summary>
    private static readonly List<SafeFileHandle> Reserved = [];

    /// <summary>
    /// To be called before anything else opens a file: the first one that is opened would take the number of a missing
    /// stream, and get what is written there.
    /// </summary>
    public static StandardStreams Open()
    {
        // The standard streams directly: Console.Out and Console.Error would also set up a terminal that is not used.
        if (OperatingSystem.IsWindows())
        {
            return new(Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.OpenStandardError());
        }

        bool hasInput = IsGiven(0), hasOutput = IsGiven(1), hasError = IsGiven(2);
        return new(
            hasInput ? OpenInput() : Stream.Null,
            hasOutput ? Console.OpenStandardOutput() : ClosedStream.Instance,
            hasError ? Console.OpenStandardError() : Stream.Null);
    }

    /// <summary>Whether the caller gave this stream; the number of one that is missing is taken up.</summary>
    [UnsupportedOSPlatform("windows")]
    private static bool IsGiven(int descriptor)
    {
        int flags = GetFlags(descriptor, GetDescriptorFlags);
        if (flags < 0)
        {
            // The lowest free number is the one that is missing. For reading, so that writing there is an error; and not
            // inherited, so that a program that is run misses it too.
            Reserved.Add(File.OpenHandle("/dev/null"));
        }

        // What came through exec has no such flag: if there is one, the runtime has opened something of its own.
        return flags >= 0 && (flags & CloseOnExec) == 0;
    }

    // Console's own stream would switch a terminal to another mode, and leave it there.
    private static Stream OpenInput()
    {
        try
        {
            return new FileStream(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            // Open for writing only, and most commands do without.
            return Stream.Null;
        }
    }

    // Variadic in C, which without a third argument makes no difference to how it is called.
    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int GetFlags(int descriptor, int command);
}

/// <summary>stdout where the caller has closed it: nothing can be written there.</summary>
internal sealed class ClosedStream : Stream
{
    public static readonly ClosedStream Instance = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new IOException("it is closed");

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}

/// <summary>stderr: what cannot be written there is lost, and what hwtoken was asked for is done all the same.</summary>
internal sealed class BestEffortStream(Stream stream) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Try(() => stream.Write(buffer, offset, count));

    public override void Flush() => Try(stream.Flush);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full disk behind a redirection, or closed: there is nobody to tell.
        }
    }
}
