using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Ui;
using HwToken.Device.Vault;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.Requests;

public class RemovePinTests
{
    private const string Pin = "2580";

    private readonly TokenBench _bench = TokenBench.WithAccounts("a");

    public RemovePinTests()
    {
        _bench.SetPin(Pin);
        _bench.RunUntilAsleep();
    }

    [Fact]
    public void Hold_PinGivenJustNow_TakesItOff()
    {
        Assert.Equal(Status.Ok, _bench.AskAndAgree(Command.RemovePin).Status);
        Assert.True(_bench.Shows(s => s.ShowOutcome(Outcome.PinRemoved, Request.Text(""))));
        _bench.Restart();
        Assert.Equal(TokenState.Ready, _bench.Ask(Command.Hello).As<HelloReply>().State);
        Assert.Equal(Status.Ok, _bench.AskAndAgree(Command.GetCode, Request.GetCode("a")).Status);
    }

    [Fact]
    public void Press_Question_Declines()
    {
        _bench.Ask(Command.RemovePin);
        _bench.LetRead();
        _bench.Press();
        Assert.Equal(Status.Declined, Assert.Single(_bench.TakeReplies()).Status);
        Assert.True(_bench.Ask(Command.Info).As<InfoReply>().Pin.IsSet);
    }

    [Fact]
    public void Remove_PinGivenLongAgo_IsRefusedUntilItIsGivenAgain()
    {
        _bench.Run(PinLock.FreshMs);
        Assert.Equal(Status.PinNotGiven, _bench.Ask(Command.RemovePin).Status);
        Assert.Equal(Status.Ok, _bench.Unlock(Pin).Status);
        Assert.Equal(Status.Ok, _bench.AskAndAgree(Command.RemovePin).Status);
    }
}
