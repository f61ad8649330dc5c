using System.Net.Sockets;
using HwToken.Client.Errors;

namespace HwToken.Client.Transports;

/// <summary>The line to a virtual token where there are no pseudo-terminals: a port of the loopback interface.</summary>
public sealed class TcpTransport : ITransport
{
    private readonly Socket _socket;

    private TcpTransport(string name, Socket socket)
    {
        Name = name;
        _socket = socket;
    }

    public string Name { get; }

    /// <param name="address">One of TCP.</param>
    /// <exception cref="NoTokenException">Nobody listens there.</exception>
    public static async Task<TcpTransport> OpenAsync(PortAddress address, CancellationToken cancellationToken)
    {
        var endPoint = address.EndPoint ?? throw new ArgumentException("it is not a TCP address", nameof(address));
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endPoint, cancellationToken).ConfigureAwait(false);
            return new TcpTransport(address.Text, socket);
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw new NoTokenException($"nothing listens at {address.Text}", "start the virtual token, or give the address that it printed", e);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            int count = await _socket.ReceiveAsync(buffer, cancellationToken).ConfigureAwait(false);
            return count > 0 ? count : throw new TokenUnpluggedException(Name);
        }
        catch (SocketException e)
        {
            throw new TokenUnpluggedException(Name, e);
        }
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        try
        {
            while (!data.IsEmpty)
            {
                data = data[await _socket.SendAsync(data, cancellationToken).ConfigureAwait(false)..];
            }
        }
        catch (SocketException e)
        {
            throw new TokenUnpluggedException(Name, e);
        }
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
