using CsCheck;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Link;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.Link;

public class LinkInputTests
{
    private static readonly byte[] Hello = RawFrame.Of(Frame.Version << 4, 1, (int)Command.Hello, []);

    private readonly TokenBench _bench = TokenBench.WithAccounts("a");

    [Fact]
    public void Frame_ByteByByte_IsAnsweredAtItsEnd()
    {
        foreach (byte value in Hello.AsSpan(0, Hello.Length - 1))
        {
            _bench.SendBytes([value]);
            _bench.Run(50);
        }

        Assert.Empty(_bench.TakeReplies());
        _bench.SendBytes([Hello[^1]]);
        Assert.Single(_bench.TakeReplies());
    }

    [Fact]
    public void Frames_InOnePiece_AreAllAnsweredInOrder()
    {
        byte[] stream = [.. Enumerable.Range(0, 200).SelectMany(i => RawFrame.Of(Frame.Version << 4, i, (int)Command.Hello, []))];
        _bench.SendBytes(stream);
        Assert.Equal(Enumerable.Range(0, 200), _bench.TakeReplies().Select(reply => reply.Sequence));
    }

    /// <summary>Wherever the portions' ends fall, garbage costs no good frame behind it.</summary>
    [Fact]
    public void Frame_AfterGarbage_IsAnswered() => Gen.Byte.Array[0, 600].ForAll(300, garbage =>
    {
        _bench.TakeReplies();
        _bench.SendBytes([.. garbage, .. Hello]);
        Assert.Equal((Command.Hello, 1), _bench.TakeReplies().Select(reply => (reply.Command, reply.Sequence)).Last());
    });

    [Fact]
    public void Frame_Damaged_IsDroppedAndTheNextAnswered()
    {
        for (int i = 1; i < Hello.Length - 1; i++)
        {
            byte[] damaged = [.. Hello];
            damaged[i] ^= 0x10;
            _bench.SendBytes([.. damaged, .. Hello]);
            Assert.Single(_bench.TakeReplies());
        }
    }

    [Fact]
    public void HalfAFrame_ThenSilence_IsForgotten()
    {
        _bench.SendBytes(Hello.AsSpan(0, 4));
        _bench.Run(LinkInput.SilenceMs);
        Assert.True(_bench.App.MaySleep);
        _bench.SendBytes(Hello.AsSpan(4));
        Assert.Empty(_bench.TakeReplies());
        Assert.Equal(Status.Ok, _bench.Ask(Command.Hello).Status);
    }

    [Fact]
    public void Flood_OfGarbage_AStepTakesOnePortion()
    {
        _bench.Link.Receive(new byte[10 * LinkInput.PortionLength]);
        for (int left = 9; left >= 0; left--)
        {
            int waitMs = _bench.App.Step(_bench.Time.NowMs);
            Assert.Equal(1, waitMs);
            Assert.Equal(left * LinkInput.PortionLength, _bench.Link.Waiting);
        }
    }

    [Fact]
    public void Flood_OfRequests_AStepAnswersOne()
    {
        _bench.Link.Receive([.. Enumerable.Repeat(Hello, 50).SelectMany(frame => frame)]);
        int answered = 0;
        int waitMs;
        do
        {
            waitMs = _bench.App.Step(_bench.Time.NowMs);
            int replies = _bench.TakeReplies().Count;
            Assert.InRange(replies, 0, 1);
            answered += replies;
        }
        while (waitMs == 1);

        Assert.Equal(50, answered);
    }

    /// <summary>More bytes than the line carries, and still the owner's press is heard in time.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Flood_WhileTheOwnerIsAsked_ThePressIsHeard(bool ofRequests)
    {
        byte[] flood = ofRequests ? [.. Enumerable.Repeat(Hello, 20).SelectMany(frame => frame)] : new byte[160];
        new Random(1).NextBytes(ofRequests ? [] : flood);
        int sequence = _bench.Send(Command.GetCode, Request.GetCode("a"));
        long pressMs = _bench.Time.NowMs + 1000;
        for (int i = 0; i < 1200; i++)
        {
            _bench.Button.IsPressed = _bench.Time.NowMs >= pressMs && _bench.Time.NowMs < pressMs + 80;
            _bench.Link.Receive(flood);
            _bench.App.Step(_bench.Time.NowMs);
            _bench.Time.Advance(1);
        }

        Assert.Contains(_bench.TakeReplies(), reply => reply.Sequence == sequence && reply.Status == Status.Ok && reply.Command == Command.GetCode);
    }

    [Fact]
    public void PutAccount_FrameDamaged_ItsKeyIsForgottenAtOnce()
    {
        byte[] frame = PutFrame();
        frame[^2] ^= 1; // of the CRC: the key is whole
        _bench.SendBytes(frame);
        AssertKeyIsForgotten();
    }

    [Fact]
    public void PutAccount_FrameThatNeverEnds_ItsKeyIsForgottenInSilence()
    {
        _bench.SendBytes(PutFrame().AsSpan()[..^1]);
        Assert.NotEmpty(KeysInMemory());
        _bench.Run(LinkInput.SilenceMs);
        AssertKeyIsForgotten();
    }

    [Fact]
    public void PutAccount_FollowedByOtherBytes_ItsKeyIsForgottenAfterTheReply()
    {
        _bench.SendBytes([.. PutFrame(), .. Hello]);
        Assert.Equal([Status.AwaitingPress, Status.Ok], _bench.TakeReplies().Select(reply => reply.Status));
        _bench.Send(Command.Cancel, new Empty());
        AssertKeyIsForgotten();
    }

    private static byte[] PutFrame()
    {
        PutAccountRequest request = Request.PutAccount("b", TokenBench.KeyOf("b"));
        byte[] buffer = new byte[Frame.MaxPayload];
        var writer = new PayloadWriter(buffer);
        request.Write(writer);
        return RawFrame.Of(Frame.Version << 4, 1, (int)Command.PutAccount, buffer.AsSpan(0, writer.Position));
    }

    private IReadOnlyList<string> KeysInMemory()
    {
        byte[] key = TokenBench.KeyOf("b");
        Assert.DoesNotContain((byte)0, key);
        return SecretSearch.Find(_bench.App, key.AsSpan(0, 8), _bench.Storage, _bench.Link);
    }

    private void AssertKeyIsForgotten() => Assert.Empty(KeysInMemory());
}
