using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.App;
using HwToken.Device.Input;
using HwToken.Device.Link;
using HwToken.Device.Ui;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.App;

public class TokenAppTests
{
    private const string Name = "a";

    private readonly TokenBench _bench = TokenBench.WithAccounts(Name);

    public static TheoryData<string> Situations => ["asleep", "code", "next code", "asking", "awaiting a step", "outcome", "PIN wheel", "PIN letters"];

    [Fact]
    public void Step_NothingToDo_WantsToBeCalledInAMinute()
    {
        Assert.Equal(60_000, _bench.App.Step(_bench.Time.NowMs));
        Assert.True(_bench.App.MaySleep);
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public void Step_Anytime_WantsToBeCalledBetweenAMillisecondAndAMinuteLater(string situation)
    {
        Bring(situation);
        for (int i = 0; i < 40_000; i++)
        {
            Assert.InRange(_bench.App.Step(_bench.Time.NowMs), 1, 60_000);
            _bench.Time.Advance(1);
        }
    }

    /// <summary>Beyond the end of a time step, so that a new code is computed, too.</summary>
    [Theory]
    [MemberData(nameof(Situations))]
    public void Step_AgainAndAgain_AllocatesNothing(string situation)
    {
        long allocated = Allocations.Of(() => RunSteps(20_000), prepare: () => Bring(situation));
        Assert.Equal(0, allocated);
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public void MaySleep_OnlyWithTheScreenDark(string situation)
    {
        Bring(situation);
        Assert.Equal(situation == "asleep", _bench.App.MaySleep);
        Assert.Equal(situation != "asleep", _bench.Panel.IsOn);
    }

    [Fact]
    public void MaySleep_ButtonDown_IsFalse()
    {
        _bench.Button.IsPressed = true;
        _bench.App.Step(_bench.Time.NowMs);
        Assert.False(_bench.App.MaySleep);
    }

    [Fact]
    public void MaySleep_HostTalks_IsFalseUntilItIsSilent()
    {
        _bench.Ask(Command.Hello);
        Assert.False(_bench.App.MaySleep);
        _bench.Run(LinkInput.SilenceMs - 1);
        Assert.False(_bench.App.MaySleep);
        _bench.Run(1);
        Assert.True(_bench.App.MaySleep);
    }

    [Fact]
    public void Agreement_IsTheGestureThatTheQuestionWants()
    {
        Assert.Equal(Gesture.None, _bench.App.Agreement);
        _bench.Ask(Command.GetCode, Request.GetCode(Name));
        Assert.Equal(Gesture.ShortPress, _bench.App.Agreement);
        _bench.LetRead();
        _bench.Press();
        Assert.Equal(Gesture.None, _bench.App.Agreement);
        _bench.Ask(Command.Wipe);
        Assert.Equal(Gesture.LongPress, _bench.App.Agreement);
    }

    [Fact]
    public void Start_MonotonicClockAtAnyValue_Works()
    {
        // A board may count from its start, or from long ago.
        foreach (long start in new[] { 0L, int.MaxValue - 5L, uint.MaxValue - 5L, 1L << 52 })
        {
            var app = new TokenApp(_bench.Board);
            long nowMs = start;
            Assert.Equal(60_000, app.Step(nowMs));
            _bench.Button.IsPressed = true;
            nowMs += app.Step(nowMs);
            nowMs += app.Step(nowMs);
            _bench.Button.IsPressed = false;
            nowMs += app.Step(nowMs);
            app.Step(nowMs);
            Assert.NotNull(PanelDigits.Read(_bench.Panel.Snapshot(), 6));
            app.Step(nowMs + Timing.AwakeMs);
            Assert.False(_bench.Panel.IsOn);
        }
    }

    /// <summary>Whatever became of a request with a key, the key is on storage or nowhere.</summary>
    [Theory]
    [InlineData("agreed")]
    [InlineData("declined")]
    [InlineData("timed out")]
    [InlineData("cancelled")]
    [InlineData("storage failed")]
    public void Key_OfARequestThatEnded_IsNotInMemory(string end)
    {
        byte[] key = TokenBench.KeyOf("b");
        _bench.Ask(Command.PutAccount, Request.PutAccount("b", key));
        Assert.NotEmpty(KeyInMemory(key));
        _bench.LetRead();
        switch (end)
        {
            case "agreed":
                _bench.Press();
                break;
            case "declined":
                _bench.Hold();
                break;
            case "timed out":
                _bench.Run(30_000);
                break;
            case "cancelled":
                _bench.Send(Command.Cancel, new Empty());
                break;
            case "storage failed":
                _bench.Storage.Refuses = (_, operation) => operation == nameof(MemoryStorage.Append);
                _bench.Press();
                break;
        }

        Assert.NotEqual(TokenState.Asking, _bench.Ask(Command.Hello).As<HelloReply>().State);
        Assert.Empty(KeyInMemory(key));
    }

    [Fact]
    public void Key_OfARefusedRequest_IsNotInMemory()
    {
        byte[] key = TokenBench.KeyOf("b");
        Assert.Equal(Status.AccountExists, _bench.Ask(Command.PutAccount, Request.PutAccount(Name, key)).Status);
        Assert.Equal(Status.ParameterInvalid, _bench.Ask(Command.PutAccount, Request.PutAccount("b", key, digits: 9)).Status);
        Assert.Empty(KeyInMemory(key));
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public void Key_OfAStoredAccount_IsNotInMemoryBetweenSteps(string situation)
    {
        Bring(situation);
        byte[] key = TokenBench.KeyOf(Name);
        Assert.Empty(KeyInMemory(key));
        _bench.Ask(Command.ListAccounts, Request.ListAccounts());
        Assert.Empty(KeyInMemory(key));
    }

    [Fact]
    public void Code_Sent_IsNotInTheFrameBufferAnyMore()
    {
        const string Long = "long";
        _bench.Put(Long, TokenBench.KeyOf(Long), digits: 8);
        _bench.Ask(Command.GetCode, Request.GetCode(Long));
        _bench.LetRead();
        _bench.Press();
        byte[] sent = _bench.Link.TakeSent();
        GetCodeReply reply = TokenReply.ReadAll(sent).Single().As<GetCodeReply>();
        byte[] code = [(byte)(reply.Code >> 24), (byte)(reply.Code >> 16), (byte)(reply.Code >> 8), (byte)reply.Code];
        Assert.True(sent.AsSpan().IndexOf(code) >= 0, "the code's bytes are not to be seen in the frame: take another time");
        Assert.Empty(SecretSearch.Find(_bench.App, code, _bench.Link, _bench.Storage));
    }

    private IReadOnlyList<string> KeyInMemory(byte[] key) =>
        SecretSearch.Find(_bench.App, key.AsSpan(0, 8), _bench.Storage, _bench.Link);

    private void Bring(string situation)
    {
        _bench.Send(Command.Cancel, new Empty());
        _bench.TakeReplies();
        _bench.RunUntilAsleep();
        _bench.RunToSecondOfStep(15);
        switch (situation)
        {
            case "code":
                _bench.Press();
                break;
            case "next code":
                _bench.Press();
                _bench.Press();
                break;
            case "asking":
                _bench.Ask(Command.GetCode, Request.GetCode(Name));
                break;
            case "awaiting a step" or "outcome":
                long step = _bench.UnixSeconds() / 30;
                _bench.Ask(Command.GetCode, Request.GetCode(Name, notBeforeStep: situation == "outcome" ? step : step + 2));
                _bench.LetRead();
                _bench.Press();
                break;
            case "PIN wheel":
                LockOnce();
                _bench.Press();
                _bench.Press();
                break;
            case "PIN letters":
                LockOnce();
                _bench.AskAndAgree(Command.Unlock);
                break;
        }

        _bench.TakeReplies();
    }

    private void LockOnce()
    {
        if (!_bench.Ask(Command.Info).As<InfoReply>().Pin.IsSet)
        {
            _bench.SetPin("2580");
            _bench.LoseKeys();
        }
    }

    private void RunSteps(int milliseconds)
    {
        for (int i = 0; i < milliseconds; i++)
        {
            _bench.App.Step(_bench.Time.NowMs);
            _bench.Time.Advance(1);
        }
    }
}
