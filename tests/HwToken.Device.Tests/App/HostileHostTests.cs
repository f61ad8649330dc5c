using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Time;
using HwToken.Device.Vault;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.App;

/// <summary>A host that sends anything, a finger that presses anytime: the token stays a token.</summary>
public class HostileHostTests
{
    private const int Rounds = 30_000;

    private readonly Random _random = new(6238);
    private readonly TokenBench _bench = TokenBench.WithAccounts("a", "b");

    [Fact]
    public void Step_AnyBytesAndGestures_EveryReplyIsAFrameAndTheStorageIsWhole()
    {
        var statuses = new HashSet<Status>();
        for (int i = 0; i < Rounds; i++)
        {
            DoSomething();
            statuses.UnionWith(_bench.TakeReplies().Select(reply => reply.Status));
        }

        TokenVault vault = Vaults.Load(_bench.Storage);
        Assert.Equal(VaultHealth.Good, vault.Health);
        Assert.True(vault.Accounts.AreBothCopiesGood());
        _bench.Run(60_000);
        _bench.TakeReplies();
        Assert.Equal(TokenState.Ready, _bench.Ask(Command.Hello).As<HelloReply>().State);

        // What the noise must have reached, or it has proved little.
        Status[] expected =
        [
            Status.Ok, Status.AwaitingPress, Status.AwaitingStep, Status.Malformed, Status.UnsupportedVersion,
            Status.UnknownCommand, Status.UnsupportedExtension, Status.Busy, Status.NoSuchAccount, Status.AccountExists,
            Status.NameInvalid, Status.KeyInvalid, Status.ParameterInvalid, Status.TextInvalid, Status.ClockNeverSet,
            Status.TimeInvalid, Status.Declined, Status.TimedOut, Status.Cancelled, Status.NothingToCancel,
            Status.Sealed, Status.AlreadySealed, Status.NothingToSeal,
        ];
        Assert.Empty(expected.Except(statuses));
    }

    private void DoSomething()
    {
        switch (_random.Next(10))
        {
            case 0:
                _bench.Press(_random.Next(1, 200));
                break;
            case 1:
                _bench.Press(_random.Next(600, 900));
                break;
            case 2:
                _bench.Run(_random.Next(_random.Next(4) == 0 ? 40_000 : 1000));
                break;
            case 3:
                _bench.SendBytes(Bytes(_random.Next(600)));
                break;
            case 4:
                SendFrame(_random.Next(256), _random.Next(256), Bytes(_random.Next(Frame.MaxPayload + 1)));
                break;
            default:
                Command command = Enum.GetValues<Command>()[_random.Next(Enum.GetValues<Command>().Length)];
                bool extended = _random.Next(8) == 0;
                byte[] extension = extended ? [2, (byte)_random.Next(256), 0] : [];
                int flags = extended ? Frame.ExtensionFlag : 0;
                SendFrame((Frame.Version << 4) | flags, (int)command, [.. extension, .. NearlyRight(command)]);
                break;
        }
    }

    private byte[] NearlyRight(Command command)
    {
        byte[] payload = PayloadOf(RequestOf(command));
        if (payload.Length > 0 && _random.Next(3) == 0)
        {
            payload[_random.Next(payload.Length)] = (byte)_random.Next(256);
        }

        return _random.Next(20) == 0 ? [.. payload, 0] : payload;
    }

    private IMessage RequestOf(Command command) => command switch
    {
        Command.ListAccounts => Request.ListAccounts(_random.Next(4)),
        Command.PutAccount => Request.PutAccount(Name(), Bytes(_random.Next(Limits.KeyLength + 1)), replace: _random.Next(2) == 0),
        Command.RenameAccount => Request.RenameAccount(Name(), Name()),
        Command.DeleteAccount => Request.DeleteAccount(Name()),
        Command.GetCode => Request.GetCode(Name(), _random.Next(31), Step() + _random.Next(-1, 4), _random.Next(9) == 0 ? " " : "why"),
        Command.SetClock => Request.SetClock(_random.NextInt64(1L << 34), _random.Next(1010)),
        Command.AdjustClock => Request.AdjustClock((Step() * 30_000) + _random.Next(40_000), _random.Next(-3000, 3000), _random.Next(600)),
        Command.Seal => Request.Seal(_random.NextInt64(1L << 32)),
        Command.ReadAudit => Request.ReadAudit(_random.Next(100)),
        Command.Drill => Request.Drill(_random.NextInt64(1L << 34)),
        _ => new Empty(),
    };

    private long Step()
    {
        ClockReply clock = new();
        new TokenClock(_bench.Chip, Vaults.Load(_bench.Storage)).Report(clock);
        return Math.Max(1, clock.UnixSeconds / 30);
    }

    private string Name() => $"{(char)('a' + _random.Next(4))}";

    private byte[] Bytes(int count)
    {
        byte[] bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    private void SendFrame(int versionAndFlags, int command, byte[] payload) =>
        _bench.SendBytes(RawFrame.Of(versionAndFlags, _random.Next(256), command, payload));

    private static byte[] PayloadOf(IMessage message)
    {
        byte[] buffer = new byte[Frame.MaxPayload];
        var writer = new PayloadWriter(buffer);
        message.Write(writer);
        return buffer[..writer.Position];
    }
}
