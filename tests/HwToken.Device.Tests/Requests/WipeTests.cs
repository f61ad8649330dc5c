using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Ui;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.Requests;

public class WipeTests
{
    private readonly TokenBench _bench = TokenBench.WithAccounts("a", "b");

    [Fact]
    public void Hold_Question_ForgetsEverythingAndHasANewSerial()
    {
        byte[] serial = Hello().Serial;
        _bench.Ask(Command.Wipe);
        Assert.True(_bench.Shows(screen =>
        {
            screen.AskWipe();
            screen.ShowWait(30, 30);
        }));
        _bench.LetRead();
        _bench.Hold();
        Assert.Equal(Status.Ok, Assert.Single(_bench.TakeReplies()).Status);
        Assert.True(_bench.Shows(screen => screen.ShowOutcome(Outcome.Wiped, Request.Text(""))));

        InfoReply info = _bench.Ask(Command.Info).As<InfoReply>();
        Assert.Equal((0, ClockState.NeverSet), (info.Accounts, info.Clock.State));
        Assert.NotEqual(serial, Hello().Serial);
        Assert.All(
            new[] { "a", "b" },
            name => Assert.DoesNotContain(
                _bench.Storage.Files.Values, file => file.AsSpan().IndexOf(TokenBench.KeyOf(name)) >= 0));
    }

    [Fact]
    public void Press_Question_Declines()
    {
        Dictionary<string, byte[]> before = _bench.Storage.Copy();
        _bench.Ask(Command.Wipe);
        _bench.LetRead();
        _bench.Press();
        Assert.Equal(Status.Declined, Assert.Single(_bench.TakeReplies()).Status);
        Assert.True(_bench.Storage.HoldsTheSameAs(before));
    }

    [Fact]
    public void Nobody_Answers_NothingIsForgotten()
    {
        Dictionary<string, byte[]> before = _bench.Storage.Copy();
        _bench.Ask(Command.Wipe);
        _bench.Run(60_000);
        Assert.Equal(Status.TimedOut, Assert.Single(_bench.TakeReplies()).Status);
        Assert.True(_bench.Storage.HoldsTheSameAs(before));
    }

    [Fact]
    public void Hold_FaultedToken_IsInOrderAgain()
    {
        Vaults.DamageState(_bench.Storage);
        _bench.Restart();
        Assert.Equal(TokenState.Faulted, Hello().State);
        Assert.Equal(Status.Ok, _bench.AskAndAgree(Command.Wipe).Status);
        Assert.Equal(TokenState.Ready, Hello().State);
        _bench.SetClock();
        _bench.Put("c", TokenBench.KeyOf("c"));
    }

    [Fact]
    public void Hold_StorageDoesNotErase_SaysSoAndKeepsEverything()
    {
        Dictionary<string, byte[]> before = _bench.Storage.Copy();
        _bench.Storage.Refuses = (_, operation) => operation == nameof(MemoryStorage.Erase);
        Assert.Equal(Status.StorageFailed, _bench.AskAndAgree(Command.Wipe).Status);
        Assert.True(_bench.Storage.HoldsTheSameAs(before));
        Assert.Equal(TokenState.Ready, Hello().State);
    }

    [Fact]
    public void Hold_CodeOnTheScreenBefore_ItIsGone()
    {
        _bench.Press();
        _bench.AskAndAgree(Command.Wipe);
        _bench.Run(3000);
        Assert.True(_bench.Shows(screen => screen.ShowNoAccounts(Hello().Serial)));
    }

    private HelloReply Hello() => _bench.Ask(Command.Hello).As<HelloReply>();
}
