// Where a token is, and the line that opens there.
using System.Diagnostics.CodeAnalysis;
using System.Net;
using HwToken.Client.Errors;

namespace HwToken.Client.Transports;

/// <summary>
/// Where a token is: the path of a serial port or a symlink to one, COMn on Windows, or tcp:127.0.0.1:PORT for a
/// virtual token where there are no pseudo-terminals.
/// </summary>
public sealed class PortAddress
{
    private const string TcpScheme = "tcp:";

    // Windows spells a port in the device namespace so, and needs it from COM10 on; System.IO.Ports adds it by itself.
    private const string WindowsDevicePrefix = @"\\.\";

    private PortAddress(string text, IPEndPoint? endPoint)
    {
        Text = text;
        EndPoint = endPoint;
    }

    /// <summary>As its user wrote it.</summary>
    public string Text { get; }

    /// <summary>Of the loopback interface; null for a serial port.</summary>
    internal IPEndPoint? EndPoint { get; }

    /// <summary>What the system opens: the port itself, whichever symlink names it.</summary>
    internal string RealPath
    {
        get
        {
            if (EndPoint is not null)
            {
                return TcpScheme + EndPoint;
            }

            if (OperatingSystem.IsWindows())
            {
                string name = Text.StartsWith(WindowsDevicePrefix, StringComparison.Ordinal) ? Text[WindowsDevicePrefix.Length..] : Text;
                return name.ToUpperInvariant();
            }

            string path = Path.GetFullPath(Text);
            return (Path.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? path;
        }
    }

    /// <exception cref="FormatException">It is no address; the message says why.</exception>
    public static PortAddress Parse(string text) =>
        TryParse(text, out PortAddress? address, out string error) ? address : throw new FormatException(error);

    /// <param name="error">What is wrong with it: lower case, no full stop.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out PortAddress? address, out string error)
    {
        address = null;
        error = string.Empty;
        if (string.IsNullOrWhiteSpace(text))
        {
            error = "the port is empty";
        }
        else if (!text.StartsWith(TcpScheme, StringComparison.Ordinal))
        {
            address = new PortAddress(text, null);
        }
        else if (!IPEndPoint.TryParse(text.AsSpan(TcpScheme.Length), out IPEndPoint? endPoint) || endPoint.Port == 0)
        {
            error = $"'{text}' is not tcp:127.0.0.1:PORT";
        }
        else if (!IPAddress.IsLoopback(endPoint.Address))
        {
            // Codes would cross the network in the clear, and keys on their way to the token too.
            error = $"'{text}' is on the network; only tcp:127.0.0.1:PORT and tcp:[::1]:PORT are taken";
        }
        else
        {
            address = new PortAddress(text, endPoint);
        }

        return address is not null;
    }

    /// <summary>Whether both name one port, be it by another symlink or in other letters.</summary>
    public bool IsSamePortAs(PortAddress other) => RealPath == other.RealPath;

    /// <summary>Opens the line.</summary>
    /// <exception cref="Errors.NoTokenException">There is no such port, or nobody listens there.</exception>
    /// <exception cref="Errors.PortBusyException">Another program uses it.</exception>
    /// <exception cref="Errors.PortUnusableException">It cannot be opened.</exception>
    public async Task<ITransport> OpenAsync(CancellationToken cancellationToken) => EndPoint is null
        ? SerialTransport.Open(this)
        : await TcpTransport.OpenAsync(this, cancellationToken).ConfigureAwait(false);

    public override string ToString() => Text;
}

/// <summary>A line of bytes to one token. Its user reads and writes one thing at a time.</summary>
public interface ITransport : IAsyncDisposable
{
    /// <summary>The port as its user wrote it, for messages.</summary>
    string Name { get; }

    /// <summary>How long a byte is on the line; zero where there is no wire.</summary>
    TimeSpan ByteTime => TimeSpan.Zero;

    /// <summary>Waits for bytes. A cancelled wait loses none of them.</summary>
    /// <returns>How many there are, at least 1.</returns>
    /// <exception cref="TokenUnpluggedException">The line has ended; it stays so.</exception>
    ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken);

    /// <summary>Sends all of the bytes.</summary>
    /// <exception cref="TokenUnpluggedException">The line has ended; it stays so.</exception>
    ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken);
}
