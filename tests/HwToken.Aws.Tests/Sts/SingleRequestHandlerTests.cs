using System.Net;
using System.Net.Sockets;
using HwToken.Aws.Model;
using HwToken.Aws.Sts;
using HwToken.Aws.Tests.Support;

namespace HwToken.Aws.Tests.Sts;

public class SingleRequestHandlerTests
{
    [Fact]
    public async Task SendAsync_SecondRequest_DoesNotLeave()
    {
        using TransportStub stub = TransportStub.Answering("200 OK");
        using HttpClient client = Client(new SocketsHttpHandler());
        using HttpResponseMessage first = await client.PostAsync(new Uri(stub.Url()), new StringContent("a=b"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.PostAsync(new Uri(stub.Url()), new StringContent("a=b")));
        Assert.Equal(1, stub.Connections);
    }

    [Fact]
    public async Task SendAsync_SecondRequestAfterAFailure_DoesNotLeaveEither()
    {
        using TransportStub stub = TransportStub.ClosingAtOnce();
        using HttpClient client = Client(new SocketsHttpHandler());
        await Failing.WithAsync(FailureKind.AnswerLost, () => client.PostAsync(new Uri(stub.Url()), new StringContent("a=b")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.PostAsync(new Uri(stub.Url()), new StringContent("a=b")));
        Assert.Equal(1, stub.Connections);
    }

    [Fact]
    public async Task SendAsync_HostThatNeverAccepts_IsUnreachable()
    {
        using var full = new FullListener();
        using HttpClient client = Client(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromMilliseconds(50) });
        AwsException e = await Failing.WithAsync(
            FailureKind.Unreachable, () => client.PostAsync(full.Url, new StringContent("a=b")));
        Assert.EndsWith("; no MFA code was used", e.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_WithoutACode_DoesNotLeave()
    {
        using TransportStub stub = TransportStub.Answering("200 OK");
        using var client = new HttpClient(Handler(new SocketsHttpHandler()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.PostAsync(new Uri(stub.Url()), new StringContent("a=b")));
        Assert.Equal(0, stub.Connections);
    }

    private static HttpClient Client(HttpMessageHandler connections)
    {
        SingleRequestHandler handler = Handler(connections);
        handler.Allow();
        return new HttpClient(handler);
    }

    private static SingleRequestHandler Handler(HttpMessageHandler connections) =>
        new(connections, new StsUnreachable(null, null), TimeProvider.System);

    /// <summary>A listener whose queue is full: its system lets further connections wait.</summary>
    private sealed class FullListener : IDisposable
    {
        private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        private readonly List<Socket> _queue = [];

        public FullListener()
        {
            _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            _listener.Listen(0);
            while (TryQueue())
            {
            }
        }

        public Uri Url => new($"http://{_listener.LocalEndPoint}/");

        public void Dispose()
        {
            _queue.ForEach(socket => socket.Dispose());
            _listener.Dispose();
        }

        private bool TryQueue()
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            _queue.Add(socket);
            return socket.ConnectAsync(_listener.LocalEndPoint!).Wait(TimeSpan.FromMilliseconds(200));
        }
    }
}
