using System.Net;
using System.Net.Sockets;
using HwToken.Client.Ports;
using HwToken.Virtual;

namespace HwToken.Cli.Tests;

/// <summary>A line to a virtual token on which every byte is kept, each way by itself.</summary>
internal sealed class RecordedLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly MemoryStream _toHost = new();
    private readonly MemoryStream _toToken = new();
    private readonly IPEndPoint _token;
    private readonly Task _serving;

    /// <param name="token">At a TCP link.</param>
    public RecordedLine(TestHost host, VirtualToken token)
    {
        _token = IPEndPoint.Parse(token.LinkPath["tcp:".Length..]);
        _listener.Start();
        Port = $"tcp:{_listener.LocalEndpoint}";
        host.Ports.Clear();
        host.Ports.Add(new PortInfo(Port, UsbId.Parse("10c4", "ea60"), "CP2102N", null, MayBeToken: true));
        _serving = ServeAsync();
    }

    public string Port { get; }

    public byte[] ToHost => Kept(_toHost);

    public byte[] ToToken => Kept(_toToken);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private static byte[] Kept(MemoryStream stream)
    {
        lock (stream)
        {
            return stream.ToArray();
        }
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient host = await _listener.AcceptTcpClientAsync(_stop.Token);
                using var token = new TcpClient();
                await token.ConnectAsync(_token, _stop.Token);
                await Task.WhenAll(
                    CopyAsync(host, token, _toToken),
                    CopyAsync(token, host, _toHost));
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task CopyAsync(TcpClient from, TcpClient to, MemoryStream kept)
    {
        byte[] buffer = new byte[1024];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, _stop.Token) is > 0 and int count)
            {
                lock (kept)
                {
                    kept.Write(buffer, 0, count);
                }

                await to.GetStream().WriteAsync(buffer.AsMemory(0, count), _stop.Token);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The other direction has ended, and both sockets with it.
        }

        from.Dispose();
        to.Dispose();
    }
}
