using HwToken.Client.Transports;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Ui;
using HwToken.TestKit.Desktop;
using HwToken.TestKit.Device;
using HwToken.Virtual.Chips;
using HwToken.Virtual.Tests.Support;

namespace HwToken.Virtual.Tests;

/// <summary>The whole token, from a line to a host to the button and the picture on the screen, in a desk's time.</summary>
public sealed class VirtualTokenRequestTests
{
    private const string Name = "example:alice";

    // RFC 6238, appendix B: the codes at 2005-03-18 01:58:29, the last second of the step that begins here.
    private const long Rfc6238Step = 0x23523EC;
    private const int Rfc6238Sha1Code = 07081804;
    private const int Rfc6238Sha256Code = 68084774;

    private static readonly DateTimeOffset Rfc6238StepBegins = new(2005, 3, 18, 1, 58, 0, TimeSpan.Zero);
    private static readonly byte[] Rfc6238Sha1Key = [.. "12345678901234567890"u8];
    private static readonly byte[] Rfc6238Sha256Key = [.. "12345678901234567890123456789012"u8];

    private readonly Desk _desk = new(Rfc6238StepBegins);
    private readonly DeskFlash _flash = new();

    private static VirtualTokenOptions Silent => new();

    private static VirtualTokenOptions Automatic =>
        Silent with { AgreeAfter = VirtualTokenOptions.AutomaticDelay, ClockOffset = TimeSpan.Zero };

    [Fact]
    public async Task Hello_NewToken_AnswersReady()
    {
        await using DeskToken token = Plug(Silent);
        using Host host = await OpenAsync();

        TokenReply reply = await host.AskAsync(Command.Hello);

        Assert.Equal(Status.Ok, reply.Status);
        Assert.Equal(TokenState.Ready, reply.As<HelloReply>().State);
    }

    [Fact]
    public async Task Info_VirtualBoard_TellsWhatItIs()
    {
        await using DeskToken token = Plug(Silent);
        using Host host = await OpenAsync();

        InfoReply info = (await host.AskAsync(Command.Info)).As<InfoReply>();

        Assert.Equal("virtual", info.Board.ToString());
        Assert.True(info.ExternalPower);
        Assert.Equal(0, info.BatteryMillivolts);
        Assert.Equal(ClockState.NeverSet, info.Clock.State);
    }

    [Fact]
    public async Task GetCode_AutomaticOwner_GivesTheCodeOfRfc6238AndShowsIt()
    {
        await using DeskToken token = Plug(Automatic);
        using Host host = await OpenAsync();
        Assert.Equal(Status.Ok, (await PutAsync(host, Rfc6238Sha1Key, digits: 8)).Status);

        TokenReply reply = await host.AskAsync(Command.GetCode, Request.GetCode(Name, text: "test"));

        GetCodeReply code = reply.As<GetCodeReply>();
        Assert.Equal((Rfc6238Sha1Code, 8, Rfc6238Step), (code.Code, code.Digits, code.TimeStep));

        // One press away from what came of the request, one to wake it.
        await token.PressAsync();
        await token.PressAsync();
        Assert.Contains(token.Screen.ToText(), ScreensWithCode(Rfc6238Sha1Code));
    }

    [Fact]
    public async Task GetCode_AccountOfSha256_GivesTheCodeOfRfc6238()
    {
        await using DeskToken token = Plug(Automatic);
        using Host host = await OpenAsync();
        await PutAsync(host, Rfc6238Sha256Key, digits: 8, OtpAlgorithm.HmacSha256);

        TokenReply reply = await host.AskAsync(Command.GetCode, Request.GetCode(Name));

        Assert.Equal(Rfc6238Sha256Code, reply.As<GetCodeReply>().Code);
    }

    [Fact]
    public async Task GetCode_SomebodyPresses_GivesTheCode()
    {
        DeskToken token = await StartWithAccount();
        await using (token)
        {
            using Host host = await OpenAsync();
            await host.SendAsync(Command.GetCode, Request.GetCode(Name));
            Assert.Equal(Status.AwaitingPress, (await host.ReceiveAsync()).Status);
            Task<TokenReply> final = host.ReceiveAsync();

            while (await _desk.AwaitsUserAsync(final))
            {
                // A press that comes before anybody could have read the question does not count.
                await token.PressAsync();
            }

            Assert.Equal(Status.Ok, (await final).Status);
        }
    }

    [Fact]
    public async Task GetCode_SomebodyHolds_IsDeclined()
    {
        DeskToken token = await StartWithAccount();
        await using (token)
        {
            using Host host = await OpenAsync();
            await host.SendAsync(Command.GetCode, Request.GetCode(Name));
            Assert.Equal(Status.AwaitingPress, (await host.ReceiveAsync()).Status);
            Task<TokenReply> final = host.ReceiveAsync();

            while (await _desk.AwaitsUserAsync(final))
            {
                await token.LongPressAsync();
            }

            Assert.Equal(Status.Declined, (await final).Status);
        }
    }

    [Fact]
    public async Task GetCode_NobodyPresses_IsCancelledByTheHost()
    {
        DeskToken token = await StartWithAccount();
        await using (token)
        {
            using Host host = await OpenAsync();
            await host.SendAsync(Command.GetCode, Request.GetCode(Name));
            Assert.Equal(Status.AwaitingPress, (await host.ReceiveAsync()).Status);

            Assert.Equal(TokenState.Asking, (await host.AskAsync(Command.Hello)).As<HelloReply>().State);
            await host.SendAsync(Command.Cancel);
            TokenReply[] replies = [await host.ReceiveAsync(), await host.ReceiveAsync()];

            Assert.Equal(
                [(Command.Cancel, Status.Ok), (Command.GetCode, Status.Cancelled)],
                replies.Select(reply => (reply.Command, reply.Status)).Order());
        }
    }

    [Fact]
    public async Task Wipe_AutomaticOwner_HoldsTheButton()
    {
        await using DeskToken token = Plug(Automatic);
        using Host host = await OpenAsync();
        await PutAsync(host, Rfc6238Sha1Key);

        Assert.Equal(Status.Ok, (await host.AskAsync(Command.Wipe)).Status);

        Assert.Equal(0, (await host.AskAsync(Command.Info)).As<InfoReply>().Accounts);
    }

    [Fact]
    public async Task GetCode_AutomaticOwnerWithoutDelay_WaitsUntilThePressCounts()
    {
        await using DeskToken token = Plug(Automatic with { AgreeAfter = TimeSpan.Zero });
        using Host host = await OpenAsync();

        Assert.Equal(Status.Ok, (await PutAsync(host, Rfc6238Sha1Key)).Status);
    }

    [Fact]
    public async Task SetClock_NeverSet_RunsFromThenOn()
    {
        await using DeskToken token = Plug(Automatic with { ClockOffset = null });
        using Host host = await OpenAsync();
        Assert.Equal(ClockState.NeverSet, (await host.AskAsync(Command.GetClock)).As<ClockReply>().State);

        long seconds = Rfc6238StepBegins.ToUnixTimeSeconds();
        await host.AskAsync(Command.SetClock, Request.SetClock(seconds));

        ClockReply clock = (await host.AskAsync(Command.GetClock)).As<ClockReply>();
        Assert.Equal(ClockState.Running, clock.State);
        Assert.InRange(clock.UnixSeconds, seconds, seconds + 3);
    }

    [Fact]
    public async Task GetClock_OffsetAndDrift_FollowTheHostsTime()
    {
        await using DeskToken token = Plug(
            Silent with { ClockOffset = TimeSpan.FromSeconds(-100), DriftPpm = 50 });
        using Host host = await OpenAsync();

        Assert.Equal(Rfc6238StepBegins.ToUnixTimeSeconds() - 100, await UnixSeconds(host));
        _desk.Advance(TimeSpan.FromDays(100));

        // 50 ppm of 100 days are 432 seconds.
        DateTimeOffset expected = Rfc6238StepBegins + TimeSpan.FromDays(100) + TimeSpan.FromSeconds(-100 + 432);
        Assert.Equal(expected.ToUnixTimeSeconds(), await UnixSeconds(host));
    }

    /// <summary>A token that nobody presses, with an account from an earlier run.</summary>
    private async Task<DeskToken> StartWithAccount()
    {
        await using (DeskToken before = Plug(Automatic))
        {
            using Host host = await OpenAsync();
            Assert.Equal(Status.Ok, (await PutAsync(host, Rfc6238Sha1Key)).Status);
        }

        return Plug(Silent with { ClockOffset = TimeSpan.Zero });
    }

    private DeskToken Plug(VirtualTokenOptions options) => _desk.Plug("token", options, _flash);

    private async Task<Host> OpenAsync() => new(await _desk.OpenAsync(PortAddress.Parse("token"), CancellationToken.None));

    private static Task<TokenReply> PutAsync(
        Host host, byte[] key, int digits = 6, OtpAlgorithm algorithm = OtpAlgorithm.HmacSha1) =>
        host.AskAsync(Command.PutAccount, Request.PutAccount(Name, key, digits, algorithm: algorithm));

    private static async Task<long> UnixSeconds(Host host)
    {
        ClockReply clock = (await host.AskAsync(Command.GetClock)).As<ClockReply>();
        Assert.Equal(ClockState.Running, clock.State);
        return clock.UnixSeconds;
    }

    /// <summary>The code's screen with every number of seconds that may be left.</summary>
    private static List<string> ScreensWithCode(int code)
    {
        SimulatedPanel panel = new();
        Screens screens = new(panel);
        List<string> texts = [];
        for (int secondsLeft = 1; secondsLeft <= 30; secondsLeft++)
        {
            screens.ShowCode(code, 8, Request.Text(Name), secondsLeft, 30, next: false, boundSeconds: 2);
            texts.Add(panel.ToText());
        }

        return texts;
    }
}
