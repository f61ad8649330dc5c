using HwToken.Core.Protocol;
using HwToken.TestKit.Device;

namespace HwToken.Fuzz.Targets;

/// <summary>
/// A whole token at the other end of the line: frames with any command and payload, any bytes between them, presses and
/// time. Every answer is a whole frame with a status that the protocol knows.
/// </summary>
public sealed class TokenTarget : ITarget
{
    private const int InputsPerToken = 5000;

    private TokenBench _bench = TokenBench.WithAccounts("a", "b");
    private int _inputs;

    public string Name => "token";

    public int MaxLength => 300;

    public IEnumerable<byte[]> Seeds =>
        [[1, 0x10, 0], [1, 0x20, .. new byte[15]], [0, 0, 1, 2, 3], [2, 1], [3, 10], [1, 0x11, 0, 0, 6, 0, 30, 1, 99, 1, 7], [1, 0x40]];

    public void Run(ReadOnlySpan<byte> input)
    {
        if (input.IsEmpty)
        {
            return;
        }

        if (_inputs++ % InputsPerToken == InputsPerToken - 1)
        {
            // Storage only grows in what a wipe takes back: a new token keeps inputs independent enough to repeat one.
            _bench = TokenBench.WithAccounts("a", "b");
        }

        Act(input[0] & 3, input[1..]);
        foreach (TokenReply reply in _bench.TakeReplies())
        {
            if (!Enum.IsDefined(reply.Status))
            {
                throw new InvalidDataException($"it answers {reply.Status}");
            }
        }
    }

    private void Act(int what, ReadOnlySpan<byte> rest)
    {
        switch (what)
        {
            case 0:
                _bench.SendBytes(rest);
                break;
            case 1 when rest.Length > 0 && rest.Length <= Frame.MaxPayload:
                _bench.SendBytes(RawFrame.Of(Frame.Version << 4, 1, rest[0], rest[1..]));
                break;
            case 2:
                _bench.Press(rest.Length > 0 ? 1 + (rest[0] * 4) : 80);
                break;
            default:
                _bench.Run(rest.Length > 0 ? rest[0] * 10 : 1);
                break;
        }
    }
}
