using HwToken.Client.Audit;
using HwToken.Client.Errors;
using HwToken.Client.Model;
using HwToken.Client.Tests.Audit;
using HwToken.Client.Tests.Peers;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;

namespace HwToken.Client.Tests;

public class TokenClientSafeTests
{
    private readonly Bench _bench = new();

    [Fact]
    public async Task SealAsync_Agreed_SendsTheNumberAndTellsTheSeal()
    {
        _bench.Token.On(
            Command.Seal, r => [r.AwaitPress(30), r.Ok(new SealState { IsSealed = true, Number = 1042, SealedUnixSeconds = 1_800_000_000, Openings = 2 })]);
        TokenClient client = await _bench.ConnectAsync();

        TokenSeal seal = await client.SealAsync(1042);

        Assert.Equal(1042, Assert.Single(_bench.Asked).As<SealRequest>().Number);
        Assert.Equal(new TokenSeal(true, 1042, new(2027, 1, 15, 8, 0, 0, TimeSpan.Zero), 2, null), seal);
    }

    [Theory]
    [InlineData(Status.AlreadySealed)]
    [InlineData(Status.NothingToSeal)]
    [InlineData(Status.ClockNeverSet)]
    public async Task SealAsync_Refused_SaysWhyAndTheCure(Status status)
    {
        _bench.Token.On(Command.Seal, r => [r.Refuse(status)]);
        TokenClient client = await _bench.ConnectAsync();

        var e = await Assert.ThrowsAsync<TokenException>(() => client.SealAsync(1));

        Assert.Equal((status, TokenFailure.Refused), (e.Status, e.Kind));
    }

    [Fact]
    public async Task ReadAuditAsync_ManyPages_AsksOnFromWhereTheyEnd()
    {
        byte[] log = Trails.Log(100);
        _bench.Token.On(Command.ReadAudit, r => [r.Ok(Trails.Page(log, r.As<ReadAuditRequest>().Start, oldest: 36))]);
        TokenClient client = await _bench.ConnectAsync();

        AuditTrail trail = await client.ReadAuditAsync();

        Assert.Equal([0, 56, 76, 96], _bench.Asked.Select(r => r.As<ReadAuditRequest>().Start));
        Assert.Equal(Trails.Read(log, 36).Head, trail.Head);
    }

    [Fact]
    public async Task DrillAsync_Agreed_SendsThisComputersTimeAndTellsWhatWasFound()
    {
        var reply = new DrillReply { IsStorageWhole = true, Accounts = 3, GoodAccounts = 2, BatteryMillivolts = 4100, IsBatteryLow = true };
        reply.Clock.UnixSeconds = 1_800_000_007;
        _bench.Token.On(Command.Drill, r => [r.AwaitPress(30), r.Ok(reply)]);
        TokenClient client = await _bench.ConnectAsync();

        DrillResult drill = await client.DrillAsync();

        Assert.Equal(1_800_000_000, Assert.Single(_bench.Asked).As<DrillRequest>().UnixSeconds);
        Assert.Equal((true, false, 3, 2), (drill.IsStorageWhole, drill.IsRecorded, drill.Accounts, drill.GoodAccounts));
        Assert.Equal((4100, false, true, 7), (drill.BatteryMillivolts, drill.ExternalPower, drill.IsBatteryLow, drill.Clock.SecondsAhead));
    }

    [Fact]
    public async Task DrillAsync_MoreGoodAccountsThanAccounts_IsNotBelieved()
    {
        _bench.Token.On(Command.Drill, r => [r.AwaitPress(30), r.Ok(new DrillReply { Accounts = 1, GoodAccounts = 2 })]);
        TokenClient client = await _bench.ConnectAsync();

        await Assert.ThrowsAsync<NotATokenException>(() => client.DrillAsync());
    }
}
