using System.Net;
using System.Net.Sockets;
using HwToken.LocalAws.Errors;
using HwToken.LocalAws.Tests.Support;

namespace HwToken.LocalAws.Tests;

public class LocalAwsServerTests
{
    [Fact]
    public async Task Start_PortZero_TakesAFreeOne()
    {
        await using LocalAwsServer first = await LocalAwsServer.StartAsync(Sample.Config);
        await using LocalAwsServer second = await LocalAwsServer.StartAsync(Sample.Config);

        Assert.Equal(("http", "127.0.0.1"), (first.Endpoint.Scheme, first.Endpoint.Host));
        Assert.NotEqual(0, first.Endpoint.Port);
        Assert.NotEqual(first.Endpoint, second.Endpoint);
    }

    [FactNeedingIPv6]
    public async Task Start_IPv6Loopback_Answers()
    {
        await using LocalAwsServer server = await LocalAwsServer.StartAsync(Sample.Config, OnIPv6(port: 0));
        using HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
        Assert.Equal(HttpStatusCode.BadRequest, (await http.GetAsync(server.Endpoint)).StatusCode);
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("192.0.2.1")]
    public async Task Start_NotLoopback_IsRefused(string address)
    {
        LocalAwsOptions options = new() { Listen = new IPEndPoint(IPAddress.Parse(address), 0) };
        var refusal = await Assert.ThrowsAsync<LocalAwsException>(() => LocalAwsServer.StartAsync(Sample.Config, options));
        Assert.Equal($"will not listen on {options.Listen}, which others can reach", refusal.Message);
    }

    [Fact]
    public async Task Start_PortInUse_SaysSo()
    {
        await using LocalAwsServer first = await LocalAwsServer.StartAsync(Sample.Config);
        LocalAwsOptions options = new() { Listen = new IPEndPoint(IPAddress.Loopback, first.Endpoint.Port) };
        var refusal = await Assert.ThrowsAsync<LocalAwsException>(() => LocalAwsServer.StartAsync(Sample.Config, options));
        Assert.Equal($"cannot listen on 127.0.0.1:{first.Endpoint.Port}: it is in use", refusal.Message);
        Assert.Equal("port 0 takes a free one", refusal.Hint);
    }

    // On IPv6, where no test beside this one takes the port in the meantime.
    [FactNeedingIPv6]
    public async Task Dispose_ConnectionKeptAlive_FreesThePort()
    {
        LocalAwsServer server = await LocalAwsServer.StartAsync(Sample.Config, OnIPv6(port: 0));
        using HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
        Uri endpoint = server.Endpoint;
        using (await http.GetAsync(endpoint))
        {
        }

        await server.DisposeAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(endpoint));
        await using LocalAwsServer next = await LocalAwsServer.StartAsync(Sample.Config, OnIPv6(endpoint.Port));
    }

    [Fact]
    public async Task Dispose_RequestUnderWay_IsAnswered()
    {
        ArrivalSignal time = new();
        LocalAwsServer server = await LocalAwsServer.StartAsync(Sample.Config, new LocalAwsOptions { TimeProvider = time });
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, server.Endpoint.Port);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nab"u8.ToArray());
        await time.Arrived;

        Task disposed = server.DisposeAsync().AsTask();
        await stream.WriteAsync("cd"u8.ToArray());
        using StreamReader reply = new(stream);
        Assert.Equal("HTTP/1.1 400 Bad Request", await reply.ReadLineAsync());
        await disposed;
    }

    private static LocalAwsOptions OnIPv6(int port) => new() { Listen = new IPEndPoint(IPAddress.IPv6Loopback, port) };

    /// <summary>The first thing that the server does with a request is to look at the time.</summary>
    private sealed class ArrivalSignal : TimeProvider
    {
        private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Task Arrived => _arrived.Task;

        public override DateTimeOffset GetUtcNow()
        {
            _arrived.TrySetResult();
            return base.GetUtcNow();
        }
    }
}
