using HwToken.Client.Errors;
using HwToken.Client.Model;
using HwToken.Client.Tests.Peers;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.TestKit.Desktop;

namespace HwToken.Client.Tests.Exchange;

/// <summary>Greetings and what the token answers by itself: time, damage, and peers that are no tokens.</summary>
public class TokenLineTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private readonly Bench _bench = new();

    [Fact]
    public async Task Greet_FirstOneLostInABootMessage_IsSentAgain()
    {
        int greetings = 0;
        _bench.Token.On(Command.Hello, r => greetings++ == 0
            ? [System.Text.Encoding.ASCII.GetBytes("ESP-ROM:esp32s3-20210327\r\nBuild:Mar 27 2021\r\n")]
            : [r.Ok(ScriptedToken.Hello())]);
        Task<TokenClient> connecting = _bench.ConnectAsync();

        await _bench.AdvanceAsync(_bench.Timeouts.Greeting);
        await connecting;

        Assert.Equal(2, greetings);
    }

    [Fact]
    public async Task Greet_TokenSlowerThanTheGreetings_IsFound()
    {
        PeerRequest? last = null;
        _bench.Token.On(Command.Hello, r =>
        {
            PeerRequest? earlier = last;
            last = r;
            return earlier is null ? [] : [earlier.Ok(ScriptedToken.Hello())];
        });
        Task<TokenClient> connecting = _bench.ConnectAsync();

        await _bench.AdvanceAsync(_bench.Timeouts.Greeting);

        Assert.Equal(ScriptedToken.Serial, (await connecting).Serial);
    }

    [Fact]
    public async Task Greet_NobodyAnswers_IsNoTokenWhenTheTimeIsOverAndNotBefore()
    {
        var bench = new Bench(BytePeer.Silent);
        Task<TokenClient> connecting = bench.ConnectAsync();
        int greetings = (int)(bench.Timeouts.Connect / bench.Timeouts.Greeting);
        for (int i = 0; i < greetings; i++)
        {
            await bench.AdvanceAsync(bench.Timeouts.Greeting - Moment);
            Assert.False(connecting.IsCompleted);
            bench.Time.Advance(Moment);
        }

        var e = await Assert.ThrowsAsync<NotATokenException>(() => connecting);

        Assert.Equal(("memory", TokenFailure.NoToken), (e.Port, e.Kind));
        Assert.Contains("nothing answers", e.Message, StringComparison.Ordinal);
        Assert.Equal(greetings * 8, bench.Line.Written);
        Assert.True(bench.Line.IsDisposed);
    }

    [Fact]
    public async Task Greet_PeerEchoes_IsNoToken()
    {
        var bench = new Bench(BytePeer.Echo);

        var e = await GreetInVainAsync<NotATokenException>(bench);

        Assert.Contains("does not talk as a token", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Greet_PeerPrintsText_IsNoToken()
    {
        var bench = new Bench(new BytePeer(_ => "login: "u8.ToArray()));

        await GreetInVainAsync<NotATokenException>(bench);
    }

    [Fact]
    public async Task Greet_HalfAFrameAndNoMore_IsASilentToken()
    {
        var bench = new Bench(new BytePeer(_ => Hex.Bytes("00 04 11 01")));

        var e = await GreetInVainAsync<TokenSilentException>(bench);

        Assert.True(e.IsInsideAnAnswer);
        Assert.Equal(TokenFailure.Failed, e.Kind);
    }

    [Fact]
    public async Task Greet_PeerFloods_EndsByCountWithoutWaiting()
    {
        var bench = new Bench(new BytePeer(_ => [.. Enumerable.Repeat((byte)0x55, 100_000)]));

        var e = await Assert.ThrowsAsync<NotATokenException>(() => bench.ConnectAsync());

        Assert.Contains("all the time", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Greet_PeerFloodsFrames_EndsByCountToo()
    {
        byte[] request = Hex.Bytes("00 06 10 01 01 AC EF 00");
        var bench = new Bench(new BytePeer(_ => [.. Enumerable.Repeat(request, 10_000).SelectMany(b => b)]));

        await Assert.ThrowsAsync<NotATokenException>(() => bench.ConnectAsync());
    }

    [Fact]
    public async Task Greet_LineTakesNothing_IsNoToken()
    {
        _bench.Line.IsStuck = true;

        await GreetInVainAsync<NotATokenException>(_bench);
    }

    [Fact]
    public async Task Greet_Unplugged_SaysSo()
    {
        var bench = new Bench(BytePeer.Silent);
        Task<TokenClient> connecting = bench.ConnectAsync();
        await bench.Line.IdleAsync();

        bench.Line.Unplug();

        await Assert.ThrowsAsync<TokenUnpluggedException>(() => connecting);
        Assert.True(bench.Line.IsDisposed);
    }

    [Fact]
    public async Task Ask_ReplyLost_AsksOnceMoreWithAnotherNumber()
    {
        int asked = 0;
        _bench.Token.On(Command.GetClock, r => asked++ == 0 ? [] : [r.Ok(new ClockReply())]);
        TokenClient client = await _bench.ConnectAsync();
        Task<TokenClock> asking = client.GetClockAsync();

        await _bench.AdvanceAsync(_bench.Timeouts.Reply);
        await asking;

        Assert.Equal(2, _bench.Asked.Select(r => r.Sequence).Distinct().Count());
    }

    [Fact]
    public async Task Ask_NeverAnswered_IsASilentToken()
    {
        _bench.Token.On(Command.GetClock, _ => []);
        TokenClient client = await _bench.ConnectAsync();
        Task<TokenClock> asking = client.GetClockAsync();

        await _bench.AdvanceAsync(_bench.Timeouts.Reply);
        await _bench.AdvanceAsync(_bench.Timeouts.Reply);

        var e = await Assert.ThrowsAsync<TokenSilentException>(() => asking);
        Assert.False(e.IsInsideAnAnswer);
    }

    [Fact]
    public async Task Ask_ReplyToAnotherRequestFirst_IsPassedOver()
    {
        var stale = new ClockReply { UnixSeconds = 1 };
        _bench.Token.On(Command.GetClock, r =>
        [
            (r with { Sequence = (r.Sequence + 255) % 256 }).Ok(stale),
            (r with { Sequence = (r.Sequence + 1) % 256 }).Ok(stale),
            (r with { Command = Command.Info }).Ok(stale),
            r.Ok(new ClockReply { UnixSeconds = 2 }),
        ]);
        TokenClient client = await _bench.ConnectAsync();

        Assert.Equal(2, (await client.GetClockAsync()).Time!.Value.ToUnixTimeSeconds());
    }

    [Fact]
    public async Task Ask_GarbageBeforeAndDamageInside_IsPassedOver()
    {
        _bench.Token.On(Command.GetClock, r =>
        {
            byte[] damaged = r.Ok(new ClockReply { UnixSeconds = 1 });
            damaged[6] ^= 0x10;
            return [[0xFF, 0x00, 0x13, 0x37], damaged, r.Ok(new ClockReply { UnixSeconds = 2 })];
        });
        TokenClient client = await _bench.ConnectAsync();

        Assert.Equal(2, (await client.GetClockAsync()).Time!.Value.ToUnixTimeSeconds());
    }

    [Fact]
    public async Task Ask_ReplyWithMoreFieldsThanKnown_IsRead()
    {
        _bench.Token.On(Command.GetClock, r => [r.Reply(Status.Ok, new InfoReply())]);
        TokenClient client = await _bench.ConnectAsync();

        Assert.Equal(ClockState.Running, (await client.GetClockAsync()).State);
    }

    [Fact]
    public async Task Ask_ReplyWithFewerFields_IsNotBelieved()
    {
        _bench.Token.On(Command.Info, r => [r.Ok(new ClockReply())]);
        TokenClient client = await _bench.ConnectAsync();

        await Assert.ThrowsAsync<NotATokenException>(() => client.GetInfoAsync());
    }

    [Fact]
    public async Task Ask_StatusOfALaterVersion_IsToldByItsNumber()
    {
        _bench.Token.On(Command.GetClock, r => [r.Refuse((Status)0x7E)]);
        TokenClient client = await _bench.ConnectAsync();

        var e = await Assert.ThrowsAsync<TokenException>(() => client.GetClockAsync());

        Assert.Contains("7E", e.Message, StringComparison.Ordinal);
        Assert.Equal(TokenFailure.Failed, e.Kind);
    }

    [Theory]
    [InlineData("02 05 00", true)] // type 05, no value: may be skipped
    [InlineData("02 85 00", false)] // type 85: must be understood
    public async Task Ask_ReplyWithExtension_IsReadIfThatMayBeSkipped(string extensions, bool isRead)
    {
        _bench.Token.On(Command.Cancel, r => [WithExtensions(r, Hex.Bytes(extensions))]);
        TokenClient client = await _bench.ConnectAsync();

        if (isRead)
        {
            Assert.True(await client.CancelAsync());
        }
        else
        {
            var e = await Assert.ThrowsAsync<TokenException>(() => client.CancelAsync());
            Assert.Equal(Status.UnsupportedExtension, e.Status);
        }
    }

    [Fact]
    public async Task Ask_MoreRequestsThanNumbers_StillFindsEveryReply()
    {
        int asked = 0;
        _bench.Token.On(Command.GetClock, r => [r.Ok(new ClockReply { UnixSeconds = ++asked })]);
        TokenClient client = await _bench.ConnectAsync();

        for (int i = 1; i <= 600; i++)
        {
            Assert.Equal(i, (await client.GetClockAsync()).Time!.Value.ToUnixTimeSeconds());
        }
    }

    private static async Task<T> GreetInVainAsync<T>(Bench bench)
        where T : Exception
    {
        Task<TokenClient> connecting = bench.ConnectAsync();
        for (TimeSpan t = TimeSpan.Zero; t < bench.Timeouts.Connect; t += bench.Timeouts.Greeting)
        {
            await bench.AdvanceAsync(bench.Timeouts.Greeting);
        }

        return await Assert.ThrowsAsync<T>(() => connecting);
    }

    private static byte[] WithExtensions(PeerRequest request, byte[] extensions)
    {
        var writer = new FrameWriter();
        writer.Begin(Frame.ReplyFlag | Frame.ExtensionFlag, request.Sequence, request.Command);
        writer.Payload.WriteBytes(extensions, 0, extensions.Length);
        writer.Payload.WriteByte((int)Status.Ok);
        return writer.Buffer[..writer.End()];
    }
}
