using HwToken.Client.Errors;
using HwToken.Client.Model;
using HwToken.Client.Tests.Peers;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.TestKit.Device;

namespace HwToken.Client.Tests;

public class TokenClientPinTests
{
    private readonly Bench _bench = new();

    [Fact]
    public async Task BeginUnlockAsync_Agreed_TellsHowLongTheLettersStay()
    {
        _bench.Token.On(Command.Unlock, r => [r.AwaitPress(30), r.Ok(new LettersReply { Seconds = 60 })]);
        TokenClient client = await _bench.ConnectAsync();

        Assert.Equal(TimeSpan.FromSeconds(60), await client.BeginUnlockAsync());
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(15, false)]
    public async Task BeginSetPinAsync_Policy_IsAsked(int tries, bool erases)
    {
        _bench.Token.On(Command.SetPin, r => [r.Ok(new LettersReply { Seconds = 60 })]);
        TokenClient client = await _bench.ConnectAsync();

        await client.BeginSetPinAsync(tries, erases);

        SetPinRequest asked = Assert.Single(_bench.Asked).As<SetPinRequest>();
        Assert.Equal((tries, erases), (asked.MaxTries, asked.Erases));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(16)]
    public async Task BeginSetPinAsync_TriesOutOfRange_IsTheCallersMistake(int tries)
    {
        TokenClient client = await _bench.ConnectAsync();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.BeginSetPinAsync(tries, false));
    }

    [Fact]
    public async Task EnterPinAsync_TokenWorks_SendsPlacesAndTellsOfIt()
    {
        _bench.Token.On(
            Command.EnterPin,
            r => [r.Reply(Status.Working, new InterimReply { Seconds = 10 }, Frame.InterimFlag), r.Ok()]);
        TokenClient client = await _bench.ConnectAsync();
        var progress = new ProgressLog();
        using PinLetters letters = PinLetters.TryParse("cigb")!;

        await client.EnterPinAsync(letters, progress);

        Assert.Equal("04 02 08 06 01", Hex.Text(Assert.Single(_bench.Asked).Payload));
        Assert.Equal([new TokenWait(TokenWaitReason.Work, TimeSpan.FromSeconds(10))], progress.Waits);
        letters.Dispose();
        Assert.Empty(SecretSearch.Find(client, [2, 8, 6, 1], _bench.Line));
    }

    [Theory]
    [InlineData(Status.PinWrong, 7, 1, "7 tries are left, the next in 1 s")]
    [InlineData(Status.PinWait, 1, 64, "1 try is left, the next in 64 s")]
    public async Task EnterPinAsync_NotTaken_SaysWhatIsLeft(Status status, int tries, int seconds, string told)
    {
        _bench.Token.On(Command.EnterPin, r => [r.Reply(status, new PinReply { TriesLeft = tries, WaitSeconds = seconds })]);
        TokenClient client = await _bench.ConnectAsync();
        using PinLetters letters = PinLetters.TryParse("cigb")!;

        var e = await Assert.ThrowsAsync<TokenException>(() => client.EnterPinAsync(letters));

        Assert.Equal((status, TokenFailure.Refused), (e.Status, e.Kind));
        Assert.Contains(told, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LockAsync_Token_IsAskedWithoutAPress()
    {
        _bench.Token.On(Command.Lock, r => [r.Ok()]);
        TokenClient client = await _bench.ConnectAsync();

        await client.LockAsync();

        Assert.Equal(Command.Lock, Assert.Single(_bench.Asked).Command);
    }
}
