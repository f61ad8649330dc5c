using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.App;

/// <summary>
/// Somebody has the wire and recorded an owner's day on it. They play it back, in any order, too long, in other
/// versions, to tokens in any state; what they do not have is the button.
/// </summary>
public class ScriptedAttackerTests
{
    private const string Pin = "2580";
    private const string Account = "a";

    public static TheoryData<string> States => ["open", "locked", "sealed", "faulted", "awake"];

    [Theory]
    [MemberData(nameof(States))]
    public void Replay_InOrder_ChangesNothing(string state) => Play(state, Recording());

    [Theory]
    [MemberData(nameof(States))]
    public void Replay_BackwardsAndTwice_ChangesNothing(string state) =>
        Play(state, [.. Recording().Reverse(), .. Recording(), .. Recording()]);

    [Theory]
    [MemberData(nameof(States))]
    public void Replay_ShuffledAndCutInto_ChangesNothing(string state)
    {
        var random = new Random(6238);
        for (int round = 0; round < Effort.Cases(few: 4, full: 20); round++)
        {
            byte[][] frames = Recording();
            random.Shuffle(frames);
            Play(state, [.. frames.Select(frame => random.Next(3) == 0 ? frame[..random.Next(frame.Length)] : frame)]);
        }
    }

    /// <summary>Every command byte, in every version, with no payload, a recorded one, and more than a frame holds.</summary>
    [Theory]
    [MemberData(nameof(States))]
    public void AnyCommand_AnyVersionAndLength_IsRefusedByName(string state)
    {
        byte[] most = new byte[Frame.MaxPayload];
        var frames = new List<byte[]>();
        for (int command = 0; command < 256; command++)
        {
            for (int version = 0; version < 16; version++)
            {
                frames.Add(RawFrame.Of(version << 4, command, command, []));
            }

            frames.Add(RawFrame.Of(Frame.Version << 4, command, command, most));
            frames.Add([Frame.Delimiter, .. Enumerable.Repeat((byte)command, 2000).Select(b => b == 0 ? (byte)1 : b), Frame.Delimiter]);
        }

        Play(state, [.. frames]);
    }

    private static void Play(string state, byte[][] frames)
    {
        TokenBench bench = In(state);
        Dictionary<string, byte[]> before = bench.Storage.Copy();
        foreach (byte[] frame in frames)
        {
            bench.SendBytes(frame);
            bench.Run(50);
            foreach (TokenReply reply in bench.TakeReplies())
            {
                Assert.True(Enum.IsDefined(reply.Status), $"{reply.Command}: {reply.Status}");
                Assert.False(reply.Command == Command.GetCode && reply.Status == Status.Ok, "a code without a press");
                Assert.False(reply.Command == Command.EnterPin && reply.Status == Status.Ok, "a PIN without letters");
            }
        }

        bench.Run(120_000);
        bench.TakeReplies();
        // What the clock knows of its drift, and the account shown last, a host may touch; nothing else.
        Assert.Equal(before.Keys.Order(), bench.Storage.Files.Keys.Order());
        Assert.All(AccountsFiles, name => Assert.Equal(before.GetValueOrDefault(name), bench.Storage.Files.GetValueOrDefault(name)));
        Assert.Equal(Info(state), Info(bench));
    }

    private static IEnumerable<string> AccountsFiles => Vaults.Files.Where(name => name.StartsWith("accounts", StringComparison.Ordinal));

    /// <summary>What an owner and their host said to a token of the same state on another day.</summary>
    private static byte[][] Recording()
    {
        (Command Command, IMessage Request)[] day =
        [
            (Command.Hello, new Empty()), (Command.Info, new Empty()), (Command.ListAccounts, Request.ListAccounts()),
            (Command.Unlock, new Empty()), (Command.EnterPin, Request.EnterPin(2, 5, 8, 0)),
            (Command.SetClock, Request.SetClock(TokenBench.FirstUnixSeconds + 86400)),
            (Command.PutAccount, Request.PutAccount("mallory", [1, 2, 3])),
            (Command.PutAccount, Request.PutAccount(Account, [1, 2, 3], replace: true)),
            (Command.GetCode, Request.GetCode(Account)), (Command.RenameAccount, Request.RenameAccount(Account, "b")),
            (Command.DeleteAccount, Request.DeleteAccount(Account)), (Command.SetPin, Request.SetPin()),
            (Command.EnterPin, Request.EnterPin(0, 1, 2, 3)), (Command.RemovePin, new Empty()),
            (Command.Seal, Request.Seal(7)), (Command.Drill, Request.Drill(TokenBench.FirstUnixSeconds)),
            (Command.ReadAudit, Request.ReadAudit()), (Command.Wipe, new Empty()), (Command.Cancel, new Empty()),
        ];
        var writer = new FrameWriter();
        return [.. day.Select((entry, number) =>
        {
            writer.Begin(0, number, entry.Command);
            entry.Request.Write(writer.Payload);
            return writer.Buffer[..writer.End()];
        })];
    }

    private static TokenBench In(string state)
    {
        if (state == "locked")
        {
            return PinOwner.LockedBench(Pin, accounts: Account);
        }

        TokenBench bench = TokenBench.WithAccounts(Account);
        switch (state)
        {
            case "sealed":
                bench.SealIt();
                bench.RunUntilAsleep();
                break;
            case "faulted":
                Vaults.DamageState(bench.Storage);
                bench.Restart();
                break;
            case "awake":
                bench.Press();
                break;
        }

        return bench;
    }

    private static (int, bool, bool, long) Info(string state) => Info(In(state));

    /// <summary>Accounts, PIN, seal and openings.</summary>
    private static (int Accounts, bool HasPin, bool IsSealed, long Openings) Info(TokenBench bench)
    {
        InfoReply info = bench.Ask(Command.Info).As<InfoReply>();
        return (info.Accounts, info.Pin.IsSet, info.Seal.IsSealed, info.Seal.Openings);
    }
}
