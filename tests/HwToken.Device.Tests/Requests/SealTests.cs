using HwToken.Core.Audit;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Ui;
using HwToken.Device.Vault;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.Requests;

public class SealTests
{
    private const long Number = 4_000_000_001;

    private readonly TokenBench _bench = TokenBench.WithAccounts("a");

    [Fact]
    public void Hold_Question_SealsAndTellsNumberAndDate()
    {
        _bench.Ask(Command.Seal, Request.Seal(Number));
        Assert.True(_bench.Shows(screen =>
        {
            screen.AskSeal(Number, _bench.UnixSeconds());
            screen.ShowWait(30, 30);
        }));
        _bench.LetRead();
        long before = _bench.UnixSeconds();
        _bench.Hold();

        SealState seal = Assert.Single(_bench.TakeReplies()).As<SealState>();
        Assert.True(seal.IsSealed);
        Assert.Equal((Number, 0, 0), (seal.Number, seal.Openings, seal.DrillUnixSeconds));
        Assert.InRange(seal.SealedUnixSeconds, before, before + 1);
        Assert.True(_bench.Shows(screen => screen.ShowOutcome(Outcome.Sealed, Request.Text(""))));
        Assert.Equivalent(seal, _bench.SealOf());
    }

    [Fact]
    public void Hold_Question_IsInTheLogWithTheNumber()
    {
        _bench.SealIt(Number);
        TokenVault vault = Vaults.Load(_bench.Storage);
        Assert.True(vault.State.Seal.IsSealed);
        Assert.Equal((AuditEvent.Sealed, Number), AuditReading.Newest(vault));
    }

    [Fact]
    public void Press_Question_SealsNothing()
    {
        Dictionary<string, byte[]> before = _bench.Storage.Copy();
        _bench.Ask(Command.Seal, Request.Seal(Number));
        _bench.LetRead();
        _bench.Press();
        Assert.Equal(Status.Declined, Assert.Single(_bench.TakeReplies()).Status);
        Assert.True(_bench.Storage.HoldsTheSameAs(before));
    }

    [Fact]
    public void Seal_AfterARestart_IsStillThere()
    {
        _bench.SealIt(Number);
        SealState seal = _bench.SealOf();
        _bench.Restart();
        Assert.Equivalent(seal, _bench.SealOf());
        Assert.Equal(Status.Sealed, _bench.Ask(Command.GetCode, Request.GetCode("a")).Status);
    }

    [Fact]
    public void Seal_NoAccounts_IsRefused()
    {
        var bench = new TokenBench();
        bench.SetClock();
        Assert.Equal(Status.NothingToSeal, bench.Ask(Command.Seal, Request.Seal(Number)).Status);
    }

    [Fact]
    public void Seal_ClockStopped_IsRefused()
    {
        _bench.Chip.LosePower();
        Assert.Equal(Status.ClockStopped, _bench.Ask(Command.Seal, Request.Seal(Number)).Status);
    }

    [Fact]
    public void Seal_ClockStopsWhileItAsks_SealsNothing()
    {
        _bench.Ask(Command.Seal, Request.Seal(Number));
        _bench.LetRead();
        _bench.Chip.LosePower();
        _bench.Hold();
        Assert.Equal(Status.ClockStopped, Assert.Single(_bench.TakeReplies()).Status);
        Assert.False(_bench.SealOf().IsSealed);
    }

    [Fact]
    public void Seal_StorageRefuses_SaysSoAndIsNotSealed()
    {
        _bench.Storage.Refuses = (_, operation) => operation == nameof(MemoryStorage.Commit);
        Assert.Equal(Status.StorageFailed, _bench.AskAndAgree(Command.Seal, Request.Seal(Number)).Status);
        Assert.False(_bench.SealOf().IsSealed);
    }

    [Fact]
    public void Wipe_OpenedBefore_ForgetsTheSealAndItsCounter()
    {
        _bench.SealIt(Number);
        _bench.BreakSeal();
        Assert.Equal(Status.Ok, _bench.AskAndAgree(Command.Wipe).Status);
        Assert.Equivalent(new SealState(), _bench.SealOf());
    }
}
