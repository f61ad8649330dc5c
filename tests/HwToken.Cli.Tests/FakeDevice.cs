using System.Net;
using System.Net.Sockets;
using HwToken.Client.Ports;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;

namespace HwToken.Cli.Tests;

/// <summary>Something at a port that is no token, or a broken one.</summary>
internal sealed class FakeDevice : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    /// <param name="behave">What it does with a host's line, until cancelled.</param>
    public FakeDevice(TestHost host, Func<NetworkStream, CancellationToken, Task> behave)
    {
        _listener.Start();
        Port = $"tcp:{_listener.LocalEndpoint}";
        host.Ports.Add(new PortInfo(Port, UsbId.Parse("1a86", "7523"), null, null, MayBeToken: true));
        _serving = ServeAsync(behave);
    }

    public string Port { get; }

    /// <summary>Takes what comes, and says nothing.</summary>
    public static async Task BeSilentAsync(NetworkStream line, CancellationToken stop)
    {
        while (await line.ReadAsync(new byte[256], stop) > 0)
        {
        }
    }

    /// <summary>Sends back what comes, as a line with its ends crossed does.</summary>
    public static Task EchoAsync(NetworkStream line, CancellationToken stop) => line.CopyToAsync(line, stop);

    /// <summary>Never stops sending.</summary>
    public static async Task FloodAsync(NetworkStream line, CancellationToken stop)
    {
        byte[] noise = new byte[1024];
        new Random(1).NextBytes(noise);
        while (true)
        {
            await line.WriteAsync(noise, stop);
        }
    }

    /// <summary>Begins an answer and stops.</summary>
    public static async Task AnswerHalfAFrameAsync(NetworkStream line, CancellationToken stop)
    {
        byte[] request = new byte[256];
        while (await line.ReadAsync(request, stop) > 0)
        {
            await line.WriteAsync(Hex.Bytes("00 04 11 01"), stop);
        }
    }

    /// <summary>A token whose every place is taken, by accounts that it does not list.</summary>
    public static async Task BeFullAsync(NetworkStream line, CancellationToken stop)
    {
        var reader = new FrameReader();
        byte[] bytes = new byte[256];
        while (await line.ReadAsync(bytes, stop) is > 0 and int count)
        {
            foreach (byte value in bytes.AsSpan(0, count).ToArray())
            {
                if (reader.Push(value))
                {
                    await line.WriteAsync(Answer(reader), stop);
                }
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync(Func<NetworkStream, CancellationToken, Task> behave)
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                try
                {
                    await behave(client.GetStream(), _stop.Token);
                }
                catch (IOException)
                {
                    // The host has hung up; the next may come.
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static byte[] Answer(FrameReader request)
    {
        IMessage? reply = request.Command switch
        {
            Command.Hello => new HelloReply(),
            Command.Info => new InfoReply(),
            Command.ListAccounts => new ListAccountsReply(),
            _ => null,
        };
        var writer = new FrameWriter();
        writer.Begin(Frame.ReplyFlag, request.Sequence, request.Command);
        writer.Payload.WriteByte((int)(reply is null ? Status.AccountsFull : Status.Ok));
        reply?.Write(writer.Payload);
        return writer.Buffer[..writer.End()];
    }
}
