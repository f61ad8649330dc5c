using System.Net;
using System.Net.Sockets;
using HwToken.Client.Errors;
using HwToken.Client.Transports;

namespace HwToken.Client.Tests.Transports;

public sealed class TcpTransportTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly PortAddress _address;

    public TcpTransportTests()
    {
        _listener.Start();
        _address = PortAddress.Parse($"tcp:{_listener.LocalEndpoint}");
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task ReadAndWrite_Connected_CarryBytes()
    {
        await using TcpTransport transport = await TcpTransport.OpenAsync(_address, CancellationToken.None);
        using Socket peer = await _listener.AcceptSocketAsync();
        byte[] buffer = new byte[3];

        await transport.WriteAsync(new byte[] { 0, 1, 2 }, CancellationToken.None);
        await peer.ReceiveAsync(buffer);
        await peer.SendAsync(buffer);
        int count = await transport.ReadAsync(new byte[16], CancellationToken.None);

        Assert.Equal(3, count);
        Assert.Equal(_address.Text, transport.Name);
    }

    [Fact]
    public async Task ReadAsync_PeerGone_IsUnplugged()
    {
        await using TcpTransport transport = await TcpTransport.OpenAsync(_address, CancellationToken.None);
        (await _listener.AcceptSocketAsync()).Close();

        await Assert.ThrowsAsync<TokenUnpluggedException>(async () => await transport.ReadAsync(new byte[1], CancellationToken.None));
    }

    [Fact]
    public async Task ReadAsync_ConnectionReset_IsUnplugged()
    {
        await using TcpTransport transport = await TcpTransport.OpenAsync(_address, CancellationToken.None);
        (await _listener.AcceptSocketAsync()).Close(timeout: 0);

        await Assert.ThrowsAsync<TokenUnpluggedException>(async () => await transport.ReadAsync(new byte[1], CancellationToken.None));
    }

    [Fact]
    public async Task OpenAsync_NobodyListens_IsNoToken()
    {
        _listener.Stop();

        var e = await Assert.ThrowsAsync<NoTokenException>(() => TcpTransport.OpenAsync(_address, CancellationToken.None));

        Assert.Contains(_address.Text, e.Message, StringComparison.Ordinal);
    }
}
