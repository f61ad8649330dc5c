using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Vault;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.Requests;

public class SetPinTests
{
    private const string Pin = "2580";
    private const string Other = "112233445566";

    private readonly TokenBench _bench = TokenBench.WithAccounts("a");

    [Theory]
    [InlineData(3, false)]
    [InlineData(15, true)]
    public void Set_NoPinBefore_IsThereAndTheTokenStaysOpen(int tries, bool erases)
    {
        Assert.Equal(Status.Ok, _bench.SetPin(Pin, tries, erases).Status);
        PinState pin = Info();
        Assert.Equal((true, false, tries, tries, erases), (pin.IsSet, pin.IsLocked, pin.TriesLeft, pin.MaxTries, pin.Erases));
        _bench.Restart();
        Assert.True(Info().IsLocked);
        Assert.Equal(Status.Ok, _bench.Unlock(Pin).Status);
        Assert.Equal(Status.Ok, _bench.AskAndAgree(Command.GetCode, Request.GetCode("a")).Status);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(16)]
    [InlineData(255)]
    public void Set_TriesOutOfRange_IsRefused(int tries) =>
        Assert.Equal(Status.ParameterInvalid, _bench.Ask(Command.SetPin, Request.SetPin(tries)).Status);

    [Fact]
    public void Set_Question_ShowsWhatBecomesOfWrongPins()
    {
        _bench.Ask(Command.SetPin, Request.SetPin(5, erases: true));
        Assert.True(_bench.Shows(s =>
        {
            s.AskSetPin(false, 5, true);
            s.ShowWait(30, 30);
        }));
        _bench.LetRead();
        _bench.Hold();
        Assert.Equal(Status.Declined, Assert.Single(_bench.TakeReplies()).Status);
        Assert.False(Info().IsSet);
    }

    [Fact]
    public void Set_PinGivenJustNow_ReplacesIt()
    {
        _bench.SetPin(Pin);
        _bench.Run(PinLock.FreshMs);
        Assert.Equal(Status.PinNotGiven, _bench.Ask(Command.SetPin, Request.SetPin()).Status);
        Assert.Equal(Status.Ok, _bench.Unlock(Pin).Status);
        Assert.Equal(Status.Ok, _bench.SetPin(Other).Status);
        _bench.Restart();
        Assert.Equal(Status.PinWrong, _bench.Unlock(Pin).Status);
        _bench.Run(5000);
        Assert.Equal(Status.Ok, _bench.Unlock(Other).Status);
    }

    [Fact]
    public void Set_TooShort_KeepsWhatWas()
    {
        Assert.Equal(Status.PinInvalid, _bench.SetPin("258").Status);
        Assert.False(Info().IsSet);
    }

    [Fact]
    public void Set_StorageRefuses_SaysSoAndKeepsWhatWas()
    {
        _bench.Storage.Refuses = (_, operation) => operation == nameof(MemoryStorage.Commit);
        Assert.Equal(Status.StorageFailed, _bench.SetPin(Pin).Status);
        _bench.Storage.Refuses = (_, _) => false;
        Assert.False(Info().IsSet);
        Assert.Equal(Status.Ok, _bench.AskAndAgree(Command.GetCode, Request.GetCode("a")).Status);
    }

    private PinState Info() => _bench.Ask(Command.Info).As<InfoReply>().Pin;
}
