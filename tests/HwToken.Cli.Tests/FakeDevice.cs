using HwToken.Client.Ports;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.TestKit.Desktop;

namespace HwToken.Cli.Tests;

/// <summary>Something at a port of a <see cref="TestHost"/> that is no token, or a broken one.</summary>
internal static class FakeDevice
{
    /// <summary>More than a host listens to.</summary>
    private const int FloodBytes = 1 << 20;

    /// <summary>Takes what comes, and says nothing.</summary>
    public static IPeer Silent => BytePeer.Silent;

    /// <summary>Sends back what comes, as a line with its ends crossed does.</summary>
    public static IPeer Echo => BytePeer.Echo;

    /// <summary>Never stops sending.</summary>
    public static IPeer Flood => new BytePeer(_ =>
    {
        byte[] noise = new byte[FloodBytes];
        new Random(1).NextBytes(noise);
        return noise;
    });

    /// <summary>Begins an answer and stops.</summary>
    public static IPeer HalfAFrame => new BytePeer(request => request.Length == 0 ? [] : Hex.Bytes("00 04 11 01"));

    /// <summary>A token whose every place is taken, by accounts that it does not list.</summary>
    public static IPeer FullToken
    {
        get
        {
            var reader = new FrameReader();
            return new BytePeer(bytes => [.. bytes.SelectMany(value => reader.Push(value) ? Answer(reader) : [])]);
        }
    }

    /// <returns>Its port.</returns>
    public static string PlugInto(TestHost host, IPeer peer)
    {
        DeskPort port = host.Desk.Plug(Path.Combine(host.Folder, $"device{host.Ports.Count + 1}"), peer);
        host.Ports.Add(new PortInfo(port.Name, UsbId.Parse("1a86", "7523"), null, null, MayBeToken: true));
        return port.Name;
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
