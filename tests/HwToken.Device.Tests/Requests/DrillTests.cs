using HwToken.Core.Audit;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Accounts;
using HwToken.Device.Ui;
using HwToken.Device.Vault;
using HwToken.TestKit.Device;
using HwToken.TestKit.Otp;

namespace HwToken.Device.Tests.Requests;

public class DrillTests
{
    private readonly TokenBench _bench = TokenBench.WithAccounts("a", "b", "c");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Press_AllInOrder_IsToldAndWrittenDown(bool isSealed)
    {
        if (isSealed)
        {
            _bench.SealIt();
        }

        _bench.Ask(Command.Drill, Request.Drill(_bench.UnixSeconds() - 3));
        Assert.True(_bench.Shows(screen =>
        {
            screen.AskDrill();
            screen.ShowWait(30, 30);
        }));
        _bench.LetRead();
        _bench.Press();
        DrillReply drill = _bench.WaitForFinalReply().As<DrillReply>();

        Assert.Equal((true, true, 3, 3), (drill.IsStorageWhole, drill.IsRecorded, drill.Accounts, drill.GoodAccounts));
        Assert.Equal(ClockState.Running, drill.Clock.State);
        Assert.InRange(drill.Seal.DrillUnixSeconds, drill.Clock.UnixSeconds - 1, drill.Clock.UnixSeconds);
        Assert.Equal((isSealed, 0), (drill.Seal.IsSealed, drill.Seal.Openings));
        Assert.True(_bench.Shows(screen => screen.ShowOutcome(Outcome.DrillPassed, Request.Text(""))));
        (AuditEvent what, long detail) = AuditReading.Newest(Vaults.Load(_bench.Storage));
        Assert.Equal(AuditEvent.Drill, what);
        Assert.InRange(detail, 2, 4);
        Assert.Equivalent(drill.Seal, _bench.SealOf());
    }

    [Fact]
    public void Press_ClockBehind_TheLogHasTheNegativeSeconds()
    {
        Drill(_bench.UnixSeconds() + 10);
        long detail = AuditReading.Newest(Vaults.Load(_bench.Storage)).Detail;
        Assert.InRange((int)(uint)detail, -11, -9);
    }

    [Fact]
    public void Drill_WholeExchange_NoCodeAndNoKeyCrossesTheLinkOrStays()
    {
        long first = _bench.UnixSeconds() / 30;
        Drill(_bench.UnixSeconds());
        _bench.Run(10_000);
        Assert.All(
            new[] { "a", "b", "c" },
            name => Assert.Empty(
                SecretSearch.Find(_bench.App, TokenBench.KeyOf(name).AsSpan(0, 8), _bench.Storage, _bench.Link)));

        // The last account's code would be the one that is left.
        foreach (long step in new[] { first, first + 1 })
        {
            int code = int.Parse(ReferenceTotp.Code(TokenBench.KeyOf("c"), step), null);
            byte[] wire = [(byte)(code >> 24), (byte)(code >> 16), (byte)(code >> 8), (byte)code];
            Assert.Empty(SecretSearch.Find(_bench.App, wire, _bench.Storage, _bench.Link));
            Assert.DoesNotContain(_drillBytes, fields => fields.AsSpan().IndexOf(wire) >= 0);
        }
    }

    [Theory]
    [InlineData(AccountFiles.FirstName)]
    [InlineData(AccountFiles.SecondName)]
    [InlineData(StateFiles.FirstName)]
    [InlineData(StateFiles.SecondName)]
    public void Drill_OneCopyDamaged_IsToldAndNotWrittenDown(string file)
    {
        byte[] bytes = _bench.Storage.Files[file];
        bytes[bytes.Length - 40] ^= 1;
        DrillReply drill = Drill(_bench.UnixSeconds());
        Assert.Equal((false, false, 3), (drill.IsStorageWhole, drill.IsRecorded, drill.GoodAccounts));
        Assert.True(_bench.Shows(screen => screen.ShowOutcome(Outcome.DrillFailed, Request.Text(""))));
        Assert.Equal(0, _bench.SealOf().DrillUnixSeconds);
    }

    [Fact]
    public void Drill_OneCopyIsAnOlderState_IsTold()
    {
        byte[] old = [.. _bench.Storage.Files[StateFiles.SecondName]];
        _bench.AskAndAgree(Command.RenameAccount, Request.RenameAccount("a", "z"));
        _bench.Storage.Files[StateFiles.SecondName] = old;
        Assert.False(Drill(_bench.UnixSeconds()).IsStorageWhole);
    }

    [Fact]
    public void Drill_AccountLost_CountsThoseBeforeIt()
    {
        Vaults.DamageAccount(_bench.Storage, 1);
        DrillReply drill = Drill(_bench.UnixSeconds());
        Assert.Equal((false, false, 3, 1), (drill.IsStorageWhole, drill.IsRecorded, drill.Accounts, drill.GoodAccounts));
        Assert.Equal(TokenState.Faulted, _bench.Ask(Command.Hello).As<HelloReply>().State);
    }

    /// <summary>What was not in order is to be done again, and the next one not due in a year.</summary>
    [Theory]
    [InlineData(0, true)]
    [InlineData(14, true)]
    [InlineData(-14, true)]
    [InlineData(18, false)]
    [InlineData(-18, false)]
    public void Drill_ClockOff_IsWrittenDownUpToHalfAStep(int secondsOff, bool isRecorded)
    {
        DrillReply drill = Drill(_bench.UnixSeconds() - secondsOff);
        Assert.Equal(isRecorded, drill.IsRecorded);
        Assert.Equal(isRecorded, _bench.SealOf().DrillUnixSeconds > 0);
    }

    [Fact]
    public void Drill_CellsLow_IsNotWrittenDown()
    {
        _bench.Power.BatteryMillivolts = 4100;
        _bench.Power.ExternalPower = false;
        Assert.False(Drill(_bench.UnixSeconds()).IsRecorded);
        Assert.Equal(0, _bench.SealOf().DrillUnixSeconds);
    }

    /// <summary>A host that has found something itself.</summary>
    [Fact]
    public void Drill_NotToBeRecorded_IsNot()
    {
        DrillReply drill = Drill(DrillRequest.NotToBeRecorded);
        Assert.Equal((true, false, 3), (drill.IsStorageWhole, drill.IsRecorded, drill.GoodAccounts));
    }

    [Fact]
    public void Drill_ClockStopped_ChecksTheRestAndSaysSo()
    {
        _bench.Chip.LosePower();
        DrillReply drill = Drill(TokenBench.FirstUnixSeconds);
        Assert.Equal((true, false, 3), (drill.IsStorageWhole, drill.IsRecorded, drill.GoodAccounts));
        Assert.Equal(ClockState.Stopped, drill.Clock.State);
    }

    [Fact]
    public void Drill_CannotBeStored_IsRefused()
    {
        _bench.Storage.Refuses = (_, operation) => operation == nameof(MemoryStorage.Commit);
        Assert.Equal(
            Status.StorageFailed, _bench.AskAndAgree(Command.Drill, Request.Drill(_bench.UnixSeconds())).Status);
    }

    [Theory]
    [InlineData(4500, false, false)]
    [InlineData(4100, false, true)]
    [InlineData(3100, false, true)]
    [InlineData(3100, true, false)]
    [InlineData(0, false, false)]
    public void Drill_Power_IsToldAndJudgedOnBatteryAlone(int millivolts, bool external, bool isLow)
    {
        _bench.Power.BatteryMillivolts = millivolts;
        _bench.Power.ExternalPower = external;
        DrillReply drill = Drill(_bench.UnixSeconds());
        Assert.Equal((millivolts, external, isLow), (drill.BatteryMillivolts, drill.ExternalPower, drill.IsBatteryLow));
    }

    [Fact]
    public void Drill_TimeThatNoClockHolds_IsRefused() =>
        Assert.Equal(Status.TimeInvalid, _bench.Ask(Command.Drill, Request.Drill(1L << 39)).Status);

    private readonly List<byte[]> _drillBytes = [];

    private DrillReply Drill(long hostUnixSeconds)
    {
        TokenReply reply = _bench.AskAndAgree(Command.Drill, Request.Drill(hostUnixSeconds));
        _drillBytes.Add(reply.Fields);
        return reply.As<DrillReply>();
    }
}
