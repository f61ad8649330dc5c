// The line over a serial port, and why one does not open.
using System.IO.Pipelines;
using System.IO.Ports;
using HwToken.Client.Errors;

namespace HwToken.Client.Transports;

/// <summary>A serial port at 115200 baud, 8N1, without flow control, which other programs cannot open meanwhile.</summary>
/// <remarks>
/// System.IO.Ports decides how it must be read, since a read of it cannot be given up everywhere: on Windows
/// cancelling is ignored, and on Unix a read that is cancelled at the moment when its bytes arrive loses them. So one
/// read is always under way, without a timeout, into a pipe; waiting, timeouts and cancelling are the pipe's. The
/// pipe is bounded: a flood waits in the driver.
/// </remarks>
public sealed class SerialTransport : ITransport
{
    private const int BaudRate = 115200;
    private const int DataBits = 8;
    private const int ReadSize = 512;
    private const int PipeCapacity = 16 * 1024;

    /// <summary>A start bit, eight, and a stop bit.</summary>
    private static readonly TimeSpan WireByte = TimeSpan.FromSeconds((double)(1 + DataBits + 1) / BaudRate);

    private readonly SerialPort _port;
    private readonly Stream _stream;
    private readonly Pipe _received = new(new PipeOptions(
        pauseWriterThreshold: PipeCapacity, resumeWriterThreshold: PipeCapacity / 2, useSynchronizationContext: false));

    private readonly Task _pump;

    private SerialTransport(string name, SerialPort port, TimeSpan byteTime)
    {
        Name = name;
        ByteTime = byteTime;
        _port = port;
        _stream = port.BaseStream;
        _port.DataReceived += EndWhenNothingCanBeRead;
        _pump = PumpAsync();
    }

    public string Name { get; }

    public TimeSpan ByteTime { get; }

    /// <exception cref="NoTokenException">There is no such port.</exception>
    /// <exception cref="NotATokenException">It is not a serial port.</exception>
    /// <exception cref="PortBusyException">Another program uses it.</exception>
    /// <exception cref="PortUnusableException">It cannot be opened.</exception>
    public static SerialTransport Open(PortAddress address)
    {
        string path = address.RealPath;
        if (!OperatingSystem.IsWindows() && !Path.Exists(path))
        {
            throw SerialOpenFailure.NoSuchPort(address, null);
        }

        try
        {
            return new SerialTransport(address.Text, OpenPort(path), IsPseudoTerminal(path) ? TimeSpan.Zero : WireByte);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or DllNotFoundException)
        {
            throw SerialOpenFailure.Of(address, e);
        }
    }

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        ReadResult result = await _received.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (result.Buffer.IsEmpty)
        {
            _received.Reader.AdvanceTo(result.Buffer.End);
            throw new TokenUnpluggedException(Name);
        }

        int count = (int)Math.Min(buffer.Length, result.Buffer.Length);
        var taken = result.Buffer.Slice(0, count);
        System.Buffers.BuffersExtensions.CopyTo(taken, buffer.Span);
        _received.Reader.AdvanceTo(taken.End);
        return count;
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        try
        {
            // Once the port is gone, the library neither completes nor fails what is written: the pump's end tells.
            Task writing = _stream.WriteAsync(data, cancellationToken).AsTask();
            await Task.WhenAny(writing, _pump).WaitAsync(cancellationToken).ConfigureAwait(false);
            if (!writing.IsCompleted)
            {
                throw new TokenUnpluggedException(Name);
            }

            await writing.ConfigureAwait(false);
        }
        catch (Exception e) when (IsEndOfLine(e))
        {
            throw new TokenUnpluggedException(Name, e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // Not the port first: closing it waits for the library's queue of writes, for ever if the port is gone.
            await _stream.DisposeAsync().ConfigureAwait(false);
            _port.Dispose();
        }
        catch (Exception e) when (IsEndOfLine(e))
        {
            // Windows reports here once more that the port is gone.
        }

        // A writer that still waits for room goes on, and finds that nothing reads.
        await _received.Reader.CompleteAsync().ConfigureAwait(false);
        await _pump.ConfigureAwait(false);
    }

    private static SerialPort OpenPort(string path)
    {
        // Both modem lines low: on many boards they lead to reset and boot mode.
        var port = new SerialPort(path, BaudRate, Parity.None, DataBits, StopBits.One)
        {
            Handshake = Handshake.None,
            DtrEnable = false,
            RtsEnable = false,
        };
        try
        {
            port.Open();
        }
        catch (Exception e) when (SerialOpenFailure.IsUnclear(e))
        {
            port.Open();
        }

        return port;
    }

    /// <summary>A virtual token's: there are no bauds in it. On macOS they are called as serial consoles are.</summary>
    private static bool IsPseudoTerminal(string path) =>
        path.StartsWith("/dev/pts/", StringComparison.Ordinal) || path.StartsWith("/dev/ttys", StringComparison.Ordinal);

    private static bool IsEndOfLine(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or InvalidOperationException;

    private async Task PumpAsync()
    {
        byte[] buffer = new byte[ReadSize];
        try
        {
            int count;
            do
            {
                count = await _stream.ReadAsync(buffer, CancellationToken.None).ConfigureAwait(false);
            }
            while (count > 0 && !(await _received.Writer.WriteAsync(buffer.AsMemory(0, count)).ConfigureAwait(false)).IsCompleted);
        }
        catch (Exception e) when (IsEndOfLine(e) || e is OperationCanceledException)
        {
            // How a pulled plug looks depends on the system; reading on is impossible in every case, and the library
            // does not complete a read that comes after.
        }

        await _received.Writer.CompleteAsync().ConfigureAwait(false);
    }

    /// <summary>
    /// macOS lets a port that is gone poll as readable, and read as empty: the library then keeps the read waiting, and
    /// only raises Eof. On Windows Eof means that a Ctrl-Z came by.
    /// </summary>
    private void EndWhenNothingCanBeRead(object sender, SerialDataReceivedEventArgs e)
    {
        if (e.EventType == SerialData.Eof && !OperatingSystem.IsWindows())
        {
            _received.Reader.CancelPendingRead();
        }
    }
}

/// <summary>Why a serial port does not open, told from what System.IO.Ports throws.</summary>
internal static class SerialOpenFailure
{
    // errno(3): these are the same on Linux and macOS. System.IO.Ports throws UnauthorizedAccessException for all of
    // them, and keeps the number in an inner IOException.
    private const int NotPermitted = 1;
    private const int NoSuchFile = 2;
    private const int NoSuchAddress = 6;
    private const int AccessDenied = 13;
    private const int Busy = 16;
    private const int NoSuchDevice = 19;
    private const int IsDirectory = 21;
    private const int NotATerminal = 25;

    /// <summary>The first failure of a process may carry a number that is none of the system call's: ask again.</summary>
    public static bool IsUnclear(Exception exception) =>
        exception is UnauthorizedAccessException && Number(exception) is not (null or
            NotPermitted or NoSuchFile or NoSuchAddress or AccessDenied or Busy or NoSuchDevice or IsDirectory or NotATerminal);

    public static TokenClientException Of(PortAddress address, Exception exception) => (exception, Number(exception)) switch
    {
        // Windows opens no port twice, and calls that a lack of rights.
        (UnauthorizedAccessException, null) or (_, Busy) => PortBusyException.ByAnotherProgram(address.Text, exception),
        (FileNotFoundException, _) or (_, NoSuchFile or NoSuchAddress or NoSuchDevice) => NoSuchPort(address, exception),
        (ArgumentException, _) or (_, NotATerminal or IsDirectory) =>
            new NotATokenException(address.Text, "it is not a serial port", exception),
        (DllNotFoundException, _) => PortUnusableException.LibraryMissing(exception),
        (_, AccessDenied or NotPermitted) => PortUnusableException.NotPermitted(address.Text, exception),
        _ => PortUnusableException.Failed(address.Text, (exception.InnerException ?? exception).Message, exception),
    };

    public static NoTokenException NoSuchPort(PortAddress address, Exception? inner) => new(
        $"there is no port {address.Text}",
        "plug the token in, or see the tokens with: hwtoken list",
        inner);

    private static int? Number(Exception exception) => (exception.InnerException as IOException)?.HResult;
}
