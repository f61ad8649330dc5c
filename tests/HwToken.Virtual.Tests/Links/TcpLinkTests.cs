using System.Net.Sockets;
using HwToken.Virtual.Errors;
using HwToken.Virtual.Links;
using HwToken.Virtual.Tests.Support;

namespace HwToken.Virtual.Tests.Links;

[Trait(Real.Name, Real.Yes)]
public sealed class TcpLinkTests : IAsyncLifetime
{
    private readonly HostLink _link = HostLink.Open(LinkAddress.Parse("tcp:127.0.0.1:0"));

    private int Port => int.Parse(_link.Path.Split(':')[^1], System.Globalization.CultureInfo.InvariantCulture);

    public Task InitializeAsync()
    {
        _link.Start();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _link.DisposeAsync();

    [Fact]
    public void Path_PortZero_NamesTheChosenOne() => Assert.InRange(Port, 1024, 65535);

    [Fact]
    public async Task Line_OneHost_CarriesEveryByteBothWays()
    {
        using TcpClient host = Connect();
        await host.GetStream().WriteAsync(LinkReader.AllBytes);
        Assert.Equal(LinkReader.AllBytes, await _link.ReadAsync(256));

        _link.Write(LinkReader.AllBytes);

        byte[] received = new byte[256];
        await host.GetStream().ReadExactlyAsync(received).AsTask().WaitAsync(Eventually.Limit);
        Assert.Equal(LinkReader.AllBytes, received);
    }

    [Fact]
    public async Task Line_SecondHost_IsRefusedAndTheFirstStays()
    {
        using TcpClient first = Connect();
        await first.GetStream().WriteAsync(new byte[] { 1 });
        await _link.ReadAsync(1);

        using TcpClient second = Connect();
        Assert.True(await IsClosed(second));

        await first.GetStream().WriteAsync(new byte[] { 2 });
        Assert.Equal([2], await _link.ReadAsync(1));
    }

    [Fact]
    public async Task Line_HostLeaves_NextHostMayCome()
    {
        for (byte i = 0; i < 3; i++)
        {
            // Until the token has noticed that the last one left, it refuses.
            using TcpClient host = await GreetWhenFree(i);
        }
    }

    [Fact]
    public async Task Write_NoHost_IsLost()
    {
        _link.Write([1, 2, 3]);

        using TcpClient host = Connect();
        await host.GetStream().WriteAsync(new byte[] { 1 });
        await _link.ReadAsync(1);
        _link.Write([4]);
        byte[] received = new byte[1];
        await host.GetStream().ReadExactlyAsync(received).AsTask().WaitAsync(Eventually.Limit);
        Assert.Equal([4], received);
    }

    [Fact]
    public async Task Write_HostDoesNotRead_LosesBytesAndDoesNotWait()
    {
        using TcpClient host = Connect();
        await host.GetStream().WriteAsync(new byte[] { 1 });
        await _link.ReadAsync(1);

        const int Frames = 64 * 1024;
        Task writing = Task.Run(() =>
        {
            for (int i = 0; i < Frames; i++)
            {
                _link.Write(LinkReader.AllBytes);
            }
        });

        await writing.WaitAsync(Eventually.Limit);
        await _link.DisposeAsync();
        Assert.InRange(await CountAsync(host), 1, (Frames * LinkReader.AllBytes.Length) - 1);
    }

    [Fact]
    public async Task DisposeAsync_HostWaitsForBytes_ItSeesTheEnd()
    {
        using TcpClient host = Connect();
        await host.GetStream().WriteAsync(new byte[] { 1 });
        await _link.ReadAsync(1);
        Task<bool> closed = IsClosed(host);

        await _link.DisposeAsync();

        Assert.True(await closed);
        Assert.Throws<SocketException>(() => Connect(Port));
    }

    [Fact]
    public void Open_PortTaken_SaysSo()
    {
        VirtualTokenException refusal = Assert.Throws<VirtualTokenException>(() => HostLink.Open(LinkAddress.Parse(_link.Path)));

        Assert.StartsWith($"cannot listen at 127.0.0.1:{Port}: ", refusal.Message, StringComparison.Ordinal);
        Assert.NotEmpty(refusal.Hint);
    }

    private TcpClient Connect() => Connect(Port);

    private static TcpClient Connect(int port) => new("127.0.0.1", port);

    /// <summary>Connects again and again until the token hears a byte.</summary>
    private async Task<TcpClient> GreetWhenFree(byte greeting)
    {
        byte[] heard = new byte[1];
        while (true)
        {
            TcpClient host = Connect();
            await host.GetStream().WriteAsync(new[] { greeting });
            Task<bool> closed = IsClosed(host);
            await Eventually.IsTrue(() => closed.IsCompleted || _link.Read(heard, 0, 1) == 1);
            if (!closed.IsCompleted)
            {
                Assert.Equal(greeting, heard[0]);
                return host;
            }

            host.Dispose();
        }
    }

    /// <summary>Bytes until the line ends.</summary>
    private static async Task<int> CountAsync(TcpClient host)
    {
        byte[] buffer = new byte[1 << 16];
        int count = 0;
        try
        {
            while (await host.GetStream().ReadAsync(buffer).AsTask().WaitAsync(Eventually.Limit) is > 0 and int read)
            {
                count += read;
            }
        }
        catch (IOException)
        {
            // Reset: the end as well.
        }

        return count;
    }

    private static async Task<bool> IsClosed(TcpClient host)
    {
        try
        {
            return await host.GetStream().ReadAsync(new byte[1]).AsTask().WaitAsync(Eventually.Limit) == 0;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
