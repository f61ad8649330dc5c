using System.Diagnostics.CodeAnalysis;
using System.Net;
using HwToken.Virtual.Posix;

namespace HwToken.Virtual.Links;

/// <summary>Where a host finds the token: the path of a symlink to a pseudo-terminal, or tcp:ADDRESS:PORT.</summary>
public sealed record LinkAddress
{
    private const string TcpScheme = "tcp:";
    private const string FileName = "hwtoken-virtual";

    private LinkAddress(string path, IPEndPoint? endPoint)
    {
        Path = path;
        EndPoint = endPoint;
    }

    /// <summary>
    /// In the user's runtime folder, or else in the temporary one under the user's number; a free TCP port where there
    /// are no pseudo-terminals.
    /// </summary>
    public static LinkAddress Default
    {
        get
        {
            if (!PseudoTerminal.IsSupported)
            {
                return new LinkAddress(string.Empty, new IPEndPoint(IPAddress.Loopback, 0));
            }

            string? runtime = Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR");
            return FromPath(string.IsNullOrEmpty(runtime)
                ? System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"{FileName}-{LibC.UserId()}")
                : System.IO.Path.Combine(runtime, FileName));
        }
    }

    /// <summary>Absolute; empty for TCP.</summary>
    internal string Path { get; }

    /// <summary>Null for a pseudo-terminal.</summary>
    internal IPEndPoint? EndPoint { get; }

    /// <exception cref="FormatException">It is neither; the message says why.</exception>
    public static LinkAddress Parse(string text) =>
        TryParse(text, out LinkAddress? address, out string error) ? address : throw new FormatException(error);

    /// <param name="error">What is wrong with it, lower case, no full stop.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out LinkAddress? address, out string error)
    {
        address = null;
        error = string.Empty;
        if (text.Length == 0)
        {
            error = "the link's path is empty";
        }
        else if (!text.StartsWith(TcpScheme, StringComparison.Ordinal))
        {
            address = FromPath(text);
        }
        else if (!IPEndPoint.TryParse(text.AsSpan(TcpScheme.Length), out IPEndPoint? endPoint) || !text.EndsWith($":{endPoint.Port}", StringComparison.Ordinal))
        {
            error = $"'{text}' is not tcp:127.0.0.1:PORT";
        }
        else if (!IPAddress.IsLoopback(endPoint.Address))
        {
            error = $"'{text}' could be reached from the network; only tcp:127.0.0.1:PORT and tcp:[::1]:PORT are taken";
        }
        else
        {
            address = new LinkAddress(string.Empty, endPoint);
        }

        return address is not null;
    }

    public override string ToString() => EndPoint is null ? Path : TcpScheme + EndPoint;

    private static LinkAddress FromPath(string path) => new(System.IO.Path.GetFullPath(path), null);
}
