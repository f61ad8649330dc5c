using System.Net;
using System.Net.Sockets;
using HwToken.Virtual.Errors;

namespace HwToken.Virtual.Links;

/// <summary>The line where there is no pseudo-terminal: a port of the loopback interface, for one host at a time.</summary>
internal sealed class TcpLink : HostLink
{
    private readonly Socket _listener;
    private readonly CancellationTokenSource _stop = new();
    private volatile Socket? _host;
    private Task _accepting = Task.CompletedTask;
    private Task _serving = Task.CompletedTask;

    /// <param name="endPoint">Of the loopback interface; port 0 takes a free one.</param>
    /// <exception cref="VirtualTokenException">The port is taken.</exception>
    internal TcpLink(IPEndPoint endPoint)
    {
        _listener = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            _listener.Bind(endPoint);
            _listener.Listen();
        }
        catch (SocketException e)
        {
            _listener.Dispose();
            throw new VirtualTokenException(
                $"cannot listen at {endPoint}: {e.Message}", "give another port, or 0 for a free one", e);
        }

        Path = $"tcp:{_listener.LocalEndPoint}";
    }

    internal override string Path { get; }

    internal override void Start() => _accepting = AcceptAsync();

    public override void Write(byte[] buffer, int offset, int count)
    {
        try
        {
            // A frame is far smaller than what a writable socket takes, so this never waits for the host.
            if (_host is { } host && host.Poll(TimeSpan.Zero, SelectMode.SelectWrite))
            {
                host.Send(buffer.AsSpan(offset, count));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The host has gone; what it was sent is lost.
        }
    }

    protected override async Task UnplugAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        Queue.Close();
        _listener.Dispose();
        await _accepting.ConfigureAwait(false);
        await _serving.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket host = await _listener.AcceptAsync(_stop.Token).ConfigureAwait(false);
                if (_host is not null)
                {
                    host.Dispose();
                    continue;
                }

                host.NoDelay = true;
                _host = host;
                _serving = ServeAsync(host);
            }
        }
        catch (OperationCanceledException)
        {
            // Unplugged.
        }
        catch (SocketException e)
        {
            Break(e);
        }
    }

    private async Task ServeAsync(Socket host)
    {
        byte[] buffer = new byte[ReceiveQueue.Capacity / 4];
        try
        {
            int count;
            do
            {
                count = await host.ReceiveAsync(buffer, _stop.Token).ConfigureAwait(false);
            }
            while (count > 0 && await Queue.WriteAsync(buffer.AsMemory(0, count)).ConfigureAwait(false));
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            // Gone, or unplugged: the next host may come.
        }
        finally
        {
            _host = null;
            host.Dispose();
        }
    }
}
