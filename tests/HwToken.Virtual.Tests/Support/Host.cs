using System.Net;
using System.Net.Sockets;
using HwToken.Client.Transports;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.TestKit.Device;

namespace HwToken.Virtual.Tests.Support;

/// <summary>The least host there is: a port opened as a file, a socket or a desk's line, and frames.</summary>
internal sealed class Host : IDisposable
{
    private readonly Func<Memory<byte>, ValueTask<int>> _read;
    private readonly Func<ReadOnlyMemory<byte>, ValueTask> _write;
    private readonly Action _close;
    private readonly FrameWriter _writer = new();
    private int _sequence;

    /// <param name="link">A virtual token's link path.</param>
    internal Host(string link)
    {
        const string Tcp = "tcp:";
        Stream port = link.StartsWith(Tcp, StringComparison.Ordinal) ? Connect(IPEndPoint.Parse(link[Tcp.Length..])) : Open(link);
        _read = buffer => port.ReadAsync(buffer);
        _write = bytes => port.WriteAsync(bytes);
        _close = port.Dispose;
    }

    internal Host(ITransport line)
    {
        _read = buffer => line.ReadAsync(buffer, CancellationToken.None);
        _write = bytes => line.WriteAsync(bytes, CancellationToken.None);
        _close = () => line.DisposeAsync().AsTask().Wait();
    }

    /// <summary>Sends a request and reads to its final reply.</summary>
    internal async Task<TokenReply> AskAsync(Command command, IMessage? request = null)
    {
        await SendAsync(command, request);
        while (true)
        {
            TokenReply reply = await ReceiveAsync();
            if (!reply.IsInterim && reply.Sequence == _sequence)
            {
                return reply;
            }
        }
    }

    internal async Task SendAsync(Command command, IMessage? request = null)
    {
        _sequence = (_sequence + 1) & 0xFF;
        _writer.Begin(0, _sequence, command);
        (request ?? new Empty()).Write(_writer.Payload);
        int length = _writer.End();
        await SendBytesAsync(_writer.Buffer.AsMemory(0, length));
    }

    internal async Task SendBytesAsync(ReadOnlyMemory<byte> bytes) => await _write(bytes);

    /// <summary>The next reply, interim or final.</summary>
    internal async Task<TokenReply> ReceiveAsync()
    {
        List<byte> bytes = [];
        byte[] next = new byte[1];
        while (true)
        {
            // Byte by byte: the next frame stays in the line.
            if (await _read(next).AsTask().WaitAsync(Eventually.Limit) == 0)
            {
                throw new EndOfStreamException();
            }

            bytes.Add(next[0]);
            if (next[0] == Frame.Delimiter && bytes.Count > 1)
            {
                return TokenReply.ReadAll(bytes.ToArray()).Single();
            }
        }
    }

    public void Dispose() => _close();

    private static FileStream Open(string path) =>
        new(path, new FileStreamOptions { Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite, BufferSize = 0 });

    private static NetworkStream Connect(IPEndPoint endPoint)
    {
        Socket socket = new(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(endPoint);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
