using System.Net;
using System.Net.Sockets;

namespace HwToken.Aws.Tests.Support;

/// <summary>The far end of connections that go wrong: does one thing with every one of them, and counts them.</summary>
internal sealed class TransportStub : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<NetworkStream, CancellationToken, Task> _behaviour;
    private int _connections;

    private TransportStub(Func<NetworkStream, CancellationToken, Task> behaviour)
    {
        _behaviour = behaviour;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Connections => _connections;

    public string Url(string scheme = "http") => $"{scheme}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public static TransportStub ClosingAtOnce() => new((_, _) => Task.CompletedTask);

    public static TransportStub ClosingAfterTheRequest() => new(ReadAsync);

    public static TransportStub ResettingAfterTheRequest() => new(async (stream, stop) =>
    {
        await ReadAsync(stream, stop);
        stream.Socket.LingerState = new LingerOption(true, 0);
    });

    /// <summary>Never answers.</summary>
    /// <param name="onRequest">Called when a request has arrived.</param>
    public static TransportStub Hanging(Action onRequest) => new(async (stream, stop) =>
    {
        await ReadAsync(stream, stop);
        onRequest();
        await Task.Delay(Timeout.Infinite, stop);
    });

    /// <summary>Sends this after the request, and closes.</summary>
    public static TransportStub Sending(string answer) => new(async (stream, stop) =>
    {
        await ReadAsync(stream, stop);
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(answer), stop);
    });

    public static TransportStub Answering(string status, string body = "") => Sending(
        $"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\nContent-Type: text/html\r\nLocation: http://127.0.0.1:1/\r\n"
        + $"Connection: close\r\n\r\n{body}");

    /// <summary>An address on this computer where nobody listens.</summary>
    public static string RefusingUrl()
    {
        using TransportStub gone = ClosingAtOnce();
        return gone.Url();
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private static async Task ReadAsync(NetworkStream stream, CancellationToken stop) =>
        await stream.ReadAtLeastAsync(new byte[8192], 1, throwOnEndOfStream: false, stop);

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            Socket socket;
            try
            {
                socket = await _listener.AcceptSocketAsync(_stop.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }

            Interlocked.Increment(ref _connections);
            _ = ServeAsync(socket);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            await _behaviour(stream, _stop.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The other end is gone, or the test over.
        }
    }
}
