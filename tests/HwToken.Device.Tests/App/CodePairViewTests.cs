using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Ui;
using HwToken.TestKit.Device;
using HwToken.TestKit.Otp;

namespace HwToken.Device.Tests.App;

public class CodePairViewTests
{
    private const int Period = 30;

    private readonly TokenBench _bench = TokenBench.WithAccounts("a");

    /// <summary>What the token tells, which after a jump is not what its chip counts.</summary>
    private long Now => _bench.Ask(Command.GetClock).As<ClockReply>().UnixSeconds;

    private long Step => Now / Period;

    [Fact]
    public void Pair_OfACode_IsItAndTheNextOne()
    {
        ShowPair();
        AssertShows(Step);
    }

    [Fact]
    public void Pair_ItsSecondCodeIsCurrent_StaysUntilThatOneEnds()
    {
        ShowPair();
        long first = Step;
        _bench.RunToSecondOfStep(0);
        _bench.Run(100);
        Assert.Equal(first + 1, Step);
        AssertShows(first);
        _bench.RunToSecondOfStep(29);
        AssertShows(first);
        _bench.RunToSecondOfStep(0);
        _bench.Run(100);
        AssertShows(first + 2);
    }

    [Fact]
    public void Pair_AMinuteAfterThePress_IsDark()
    {
        ShowPair();
        _bench.Run(Timing.PairAwakeMs - 1000);
        Assert.True(_bench.Panel.IsOn);
        _bench.Run(1000);
        Assert.False(_bench.Panel.IsOn);
        _bench.Press();
        Assert.Equal(CodeOf("a", Step), PanelDigits.Read(_bench.Panel.Snapshot(), 6));
    }

    [Fact]
    public void Pair_LeftAndShownAgain_BeginsWithTheCurrentCode()
    {
        ShowPair();
        _bench.RunToSecondOfStep(5);
        _bench.Hold();
        _bench.Press();
        _bench.Hold();
        AssertShows(Step);
    }

    [Fact]
    public void Pair_ClockSetBackMeanwhile_IsMadeAnew()
    {
        ShowPair();
        _bench.AskAndAgree(Command.SetClock, Request.SetClock(TokenBench.FirstUnixSeconds - 86400));
        _bench.Press();
        AssertShows(Step);
    }

    [Fact]
    public void Pair_AccountReplacedMeanwhile_IsOfTheNewKey()
    {
        ShowPair();
        byte[] key = TokenBench.KeyOf("new");
        _bench.AskAndAgree(Command.PutAccount, Request.PutAccount("a", key, replace: true));
        _bench.Press();
        AssertShows(Step, key);
    }

    [Fact]
    public void Pair_OnTheScreen_NoKeyIsKept()
    {
        ShowPair();
        Assert.Empty(SecretSearch.Find(_bench.App, TokenBench.KeyOf("a").AsSpan(0, 8), _bench.Storage, _bench.Link));
        int reads = _bench.Storage.Operations;
        _bench.Run(10_000);
        Assert.Equal(reads, _bench.Storage.Operations);
    }

    [Fact]
    public void Pair_AccountDamaged_SaysSoInsteadOfCodes()
    {
        _bench.Press();
        _bench.Press();
        Vaults.DamageAccount(_bench.Storage, 0);
        _bench.Hold();
        Assert.True(_bench.Shows(screen => screen.ShowStorageFault()));
    }

    private void ShowPair()
    {
        _bench.RunToSecondOfStep(10);
        _bench.Press();
        _bench.Press();
        _bench.Hold();
    }

    private static string CodeOf(string name, long step) => ReferenceTotp.Code(TokenBench.KeyOf(name), step);

    private void AssertShows(long step, byte[]? key = null)
    {
        key ??= TokenBench.KeyOf("a");
        Assert.True(
            _bench.Shows(screen => screen.ShowCodePair(
                int.Parse(ReferenceTotp.Code(key, step), null),
                int.Parse(ReferenceTotp.Code(key, step + 1), null),
                6,
                Request.Text("a"),
                (int)(((step + 2) * Period) - Now),
                Period)),
            _bench.Panel.ToText());
    }
}
