using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HwToken.Aws.Tests.Support;

/// <summary>The far end of connections that go wrong: does one thing with every one of them, and counts them.</summary>
internal sealed class TransportStub : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _firstCame = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _firstEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _received = new();
    private readonly Func<NetworkStream, CancellationToken, Task> _behaviour;
    private int _connections;

    private TransportStub(Func<NetworkStream, CancellationToken, Task> behaviour)
    {
        _behaviour = behaviour;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Connections => _connections;

    /// <summary>Ends when there has been a connection, whatever has come on it.</summary>
    public Task FirstCame => _firstCame.Task;

    /// <summary>Ends when this end has closed the first connection.</summary>
    public Task FirstEnded => _firstEnded.Task;

    /// <summary>All that has come, on whichever connection.</summary>
    public string Received
    {
        get
        {
            lock (_received)
            {
                return _received.ToString();
            }
        }
    }

    public string Url(string scheme = "http") => $"{scheme}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public static TransportStub ClosingAtOnce() => new((_, _) => Task.CompletedTask);

    public static TransportStub ClosingAfterTheRequest() => new(ReadAsync);

    /// <summary>Closes the first connection at once, and the others after the request.</summary>
    public static TransportStub ClosingTheFirst()
    {
        int connections = 0;
        return new TransportStub(
            (stream, stop) => Interlocked.Increment(ref connections) == 1 ? Task.CompletedTask : ReadAsync(stream, stop));
    }

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
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), stop);
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

    /// <summary>From now on nothing listens at the address.</summary>
    public void Stop()
    {
        _stop.Cancel();
        _listener.Dispose();
    }

    public void Dispose()
    {
        Stop();
        _stop.Dispose();
    }

    private static async Task ReadAsync(NetworkStream stream, CancellationToken stop)
    {
        byte[] buffer = new byte[8192];
        int length = await stream.ReadAtLeastAsync(buffer, 1, throwOnEndOfStream: false, stop);
        var stub = ((OwnedStream)stream).Owner;
        lock (stub._received)
        {
            stub._received.Append(Encoding.ASCII.GetString(buffer, 0, length));
        }
    }

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
            _firstCame.TrySetResult();
            _ = ServeAsync(socket);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (var stream = new OwnedStream(socket, this))
        {
            try
            {
                await _behaviour(stream, _stop.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException)
            {
                // The other end is gone, or the test over.
            }
        }

        _firstEnded.TrySetResult();
    }

    private sealed class OwnedStream(Socket socket, TransportStub owner) : NetworkStream(socket, ownsSocket: true)
    {
        public TransportStub Owner => owner;
    }
}
