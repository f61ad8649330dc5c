using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.App;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.Requests;

public class AnswersTests
{
    [Fact]
    public void Hello_NewToken_TellsVersionsStateAndSerial()
    {
        HelloReply hello = new TokenBench().Ask(Command.Hello).As<HelloReply>();
        Assert.Equal((1, 1, TokenState.Ready), (hello.MinVersion, hello.MaxVersion, hello.State));
        Assert.NotEqual(new byte[Limits.SerialLength], hello.Serial);
    }

    [Fact]
    public void Hello_AfterARestart_TellsTheSameSerial()
    {
        var bench = new TokenBench();
        byte[] serial = bench.Ask(Command.Hello).As<HelloReply>().Serial;
        bench.Restart();
        Assert.Equal(serial, bench.Ask(Command.Hello).As<HelloReply>().Serial);
    }

    [Fact]
    public void Info_Token_TellsWhatItIsAndHas()
    {
        TokenBench bench = TokenBench.WithAccounts("a", "b");
        bench.Power.BatteryMillivolts = 2900;
        bench.Power.ExternalPower = false;
        InfoReply info = bench.Ask(Command.Info).As<InfoReply>();
        Assert.Equal(
            (FirmwareVersion.Major, FirmwareVersion.Minor, FirmwareVersion.Patch),
            (info.FirmwareMajor, info.FirmwareMinor, info.FirmwarePatch));
        Assert.Equal("bench", info.Board.ToString());
        Assert.Equal((2, Limits.Accounts), (info.Accounts, info.AccountCapacity));
        Assert.Equal((2900, false), (info.BatteryMillivolts, info.ExternalPower));
        Assert.Equal((ClockState.Running, bench.UnixSeconds()), (info.Clock.State, info.Clock.UnixSeconds));
    }

    [Fact]
    public void Info_Board_TellsRadioHeapAndTheLastFault()
    {
        var bench = new TokenBench();
        bench.Board.Radio = RadioState.OffAfterRestart;
        bench.Board.LastFault = "OutOfMemoryException in TokenApp::Step";
        bench.Heap.FreeBytes = 12_345;
        bench.Restart();
        InfoReply info = bench.Ask(Command.Info).As<InfoReply>();
        Assert.True(info.HasHealth);
        Assert.Equal((RadioState.OffAfterRestart, 12_345), (info.Health.Radio, info.Health.FreeHeapBytes));
        Assert.Equal("OutOfMemoryException in TokenApp::Step", info.Health.LastFault.ToString());
    }

    [Fact]
    public void Info_BoardThatCannotTell_SaysNothing()
    {
        var bench = new TokenBench();
        (bench.Board.Radio, bench.Board.Heap) = (RadioState.Unknown, null);
        bench.Restart();
        HealthState health = bench.Ask(Command.Info).As<InfoReply>().Health;
        Assert.Equal((RadioState.Unknown, 0, 0), (health.Radio, health.FreeHeapBytes, health.LastFault.Length));
    }

    [Fact]
    public void Version_Constants_AreThePackages()
    {
        Version assembly = typeof(TokenApp).Assembly.GetName().Version!;
        Assert.Equal(new Version(FirmwareVersion.Major, FirmwareVersion.Minor, FirmwareVersion.Patch, 0), assembly);
    }

    [Fact]
    public void GetClock_Running_TellsTheTime()
    {
        var bench = new TokenBench();
        bench.SetClock();
        bench.Run(10_000);
        ClockReply clock = bench.Ask(Command.GetClock).As<ClockReply>();
        Assert.Equal((ClockState.Running, bench.UnixSeconds()), (clock.State, clock.UnixSeconds));
        Assert.InRange(clock.LastSetUnixSeconds, TokenBench.FirstUnixSeconds, TokenBench.FirstUnixSeconds + 2);
    }

    [Fact]
    public void ListAccounts_NoAccounts_IsEmpty()
    {
        ListAccountsReply list = new TokenBench().Ask(Command.ListAccounts, Request.ListAccounts()).As<ListAccountsReply>();
        Assert.Equal((0, 0), (list.Total, list.Count));
    }

    [Fact]
    public void ListAccounts_PageByPage_GivesAllInOrder()
    {
        string[] names = [.. Enumerable.Range(0, Limits.Accounts).Select(i => $"{i:D3}".PadRight(Limits.NameLength, 'x'))];
        var bench = new TokenBench();
        foreach (string name in names)
        {
            bench.Put(name, TokenBench.KeyOf(name, Limits.KeyLength), 8, 65535, OtpAlgorithm.HmacSha256);
        }

        var listed = new List<string>();
        ListAccountsReply page;
        do
        {
            page = bench.Ask(Command.ListAccounts, Request.ListAccounts(listed.Count)).As<ListAccountsReply>();
            Assert.Equal(names.Length, page.Total);
            Assert.InRange(page.Count, 1, ListAccountsReply.MaxEntries);
            listed.AddRange(page.Entries.Take(page.Count).Select(entry => entry.Name.ToString()));
        }
        while (listed.Count < page.Total);

        Assert.Equal(names, listed);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 0)]
    [InlineData(255, 0)]
    public void ListAccounts_FromTheEndOrBehind_GivesWhatThereIs(int start, int count)
    {
        TokenBench bench = TokenBench.WithAccounts("a", "b", "c");
        ListAccountsReply list = bench.Ask(Command.ListAccounts, Request.ListAccounts(start)).As<ListAccountsReply>();
        Assert.Equal((3, count), (list.Total, list.Count));
    }

    [Fact]
    public void ListAccounts_AccountDamagedSinceTheStart_IsAFault()
    {
        TokenBench bench = TokenBench.WithAccounts("a", "b");
        Vaults.DamageAccount(bench.Storage, 1);
        Assert.Equal(Status.StorageDamaged, bench.Ask(Command.ListAccounts, Request.ListAccounts()).Status);
        Assert.Equal(TokenState.Faulted, bench.Ask(Command.Hello).As<HelloReply>().State);
    }
}
