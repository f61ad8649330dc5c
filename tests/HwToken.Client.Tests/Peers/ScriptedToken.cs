using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.TestKit.Desktop;

namespace HwToken.Client.Tests.Peers;

/// <summary>A token that says what a test tells it to. Unless told otherwise it greets, and refuses the rest.</summary>
internal sealed class ScriptedToken : IPeer
{
    public const string Serial = "AERUKZ4J";
    private static readonly byte[] SerialBytes = Hex.Bytes("01 23 45 67 89");

    private readonly FrameReader _reader = new();
    private readonly Dictionary<Command, Func<PeerRequest, IEnumerable<byte[]>>> _answers = [];
    private readonly List<PeerRequest> _requests = [];

    public ScriptedToken(TokenState state = TokenState.Ready)
    {
        On(Command.Hello, r => [r.Ok(Hello(state))]);
    }

    /// <summary>Everything asked so far, greetings included.</summary>
    public IReadOnlyList<PeerRequest> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    public IEnumerable<Command> Commands => Requests.Select(r => r.Command);

    public static HelloReply Hello(TokenState state = TokenState.Ready, byte[]? serial = null)
    {
        var reply = new HelloReply { State = state };
        (serial ?? SerialBytes).CopyTo(reply.Serial, 0);
        return reply;
    }

    public ScriptedToken On(Command command, Func<PeerRequest, IEnumerable<byte[]>> answer)
    {
        _answers[command] = answer;
        return this;
    }

    public IEnumerable<byte[]> Receive(ReadOnlySpan<byte> bytes)
    {
        var answers = new List<byte[]>();
        foreach (byte value in bytes)
        {
            if (_reader.Push(value))
            {
                answers.AddRange(Answer());
            }
        }

        return answers;
    }

    private IEnumerable<byte[]> Answer()
    {
        byte[] payload = new byte[_reader.Payload.Remaining];
        _reader.Payload.ReadBytes(payload, payload.Length);
        var request = new PeerRequest(_reader.Command, _reader.Sequence, payload);
        lock (_requests)
        {
            _requests.Add(request);
        }

        return _answers.TryGetValue(request.Command, out var answer) ? answer(request) : [request.Refuse(Status.UnknownCommand)];
    }
}
