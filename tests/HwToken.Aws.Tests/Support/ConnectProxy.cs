using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HwToken.Aws.Tests.Support;

/// <summary>An HTTP proxy (RFC 9110, section 9.3.6, CONNECT) that leads to one port of this computer, whatever host is asked for.</summary>
internal sealed class ConnectProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _port;
    private readonly string? _user;
    private readonly List<string> _tunnels = [];

    /// <param name="port">Where tunnels lead to.</param>
    /// <param name="user">NAME:PASSWORD that callers must sign in with; null for none.</param>
    public ConnectProxy(int port, string? user = null)
    {
        (_port, _user) = (port, user);
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>HOST:PORT, as for a variable.</summary>
    public string Address => _listener.LocalEndpoint.ToString()!;

    /// <summary>HOST:PORT that somebody had a tunnel to, in order.</summary>
    public IReadOnlyList<string> Tunnels
    {
        get
        {
            lock (_tunnels)
            {
                return [.. _tunnels];
            }
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        {
            try
            {
                NetworkStream near = client.GetStream();
                string request = await ReadHeadAsync(near);
                if (_user is not null && !request.Contains(Authorization(_user), StringComparison.Ordinal))
                {
                    await WriteAsync(near, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\nConnection: close");
                    return;
                }

                lock (_tunnels)
                {
                    _tunnels.Add(request.Split(' ')[1]);
                }

                await server.ConnectAsync(IPAddress.Loopback, _port, _stop.Token);
                NetworkStream far = server.GetStream();
                await WriteAsync(near, "200 Connection established");
                await Task.WhenAny(near.CopyToAsync(far, _stop.Token), far.CopyToAsync(near, _stop.Token));
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
            {
                // The other end is gone, or the test over.
            }
        }
    }

    private static string Authorization(string user) =>
        $"Proxy-Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(user))}\r\n";

    private Task WriteAsync(NetworkStream stream, string status) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n\r\n"), _stop.Token).AsTask();

    private async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        byte[] one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, _stop.Token);
            head.Append((char)one[0]);
        }

        return head.ToString();
    }
}
