using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.TestKit.Device;
using HwToken.TestKit.Otp;

namespace HwToken.Device.Tests.App;

public class CodeViewTests
{
    private const string Name = "a";
    private const int Period = 30;

    private readonly TokenBench _bench = TokenBench.WithAccounts(Name);

    private long Step => _bench.UnixSeconds() / Period;

    private string? Digits => PanelDigits.Read(_bench.Panel.Snapshot(), 6);

    [Fact]
    public void Code_TimeStepEnds_TheNextStepsCodeFollowsAtOnce()
    {
        _bench.RunToSecondOfStep(20);
        _bench.Press();
        long first = Step;
        AssertShows(first, next: false);
        _bench.RunToSecondOfStep(29);
        AssertShows(first, next: false);
        _bench.RunToSecondOfStep(0);
        _bench.Run(100);
        AssertShows(first + 1, next: false);
    }

    [Fact]
    public void NextCode_ItsStepBegins_TheSameDigitsBecomeTheCurrentCode()
    {
        _bench.RunToSecondOfStep(20);
        _bench.Press();
        _bench.Press();
        long next = Step + 1;
        AssertShows(next, next: true);
        string? digits = Digits;
        Assert.Equal(CodeOf(next), digits);

        _bench.RunToSecondOfStep(0);
        _bench.Run(100);
        Assert.Equal(next, Step);
        AssertShows(next, next: false);
        Assert.Equal(digits, Digits);
    }

    [Fact]
    public void NextCode_AfterItBecameCurrent_APressShowsTheNextOne()
    {
        _bench.RunToSecondOfStep(20);
        _bench.Press();
        _bench.Press();
        _bench.RunToSecondOfStep(0);
        _bench.Run(100);
        _bench.Press();
        AssertShows(Step + 1, next: true);
    }

    [Fact]
    public void Seconds_WholeStep_AreDrawnWithinATenthOfASecond()
    {
        _bench.RunToSecondOfStep(10);
        _bench.Press();
        for (int i = 0; i < 15; i++)
        {
            _bench.Run(1000);
            AssertShows(Step, next: false);
        }

        for (int second = 26; second < 30; second++)
        {
            _bench.RunToSecondOfStep(second);
            _bench.Run(100);
            Assert.True(ShowsCode(Step, Period - second, false));
        }
    }

    [Fact]
    public void Code_KeyReplacedOverTheLink_IsTheNewKeysCode()
    {
        _bench.Press();
        byte[] newKey = TokenBench.KeyOf("new");
        _bench.AskAndAgree(Command.PutAccount, Request.PutAccount(Name, newKey, replace: true));
        _bench.Press();
        Assert.Equal(ReferenceTotp.Code(newKey, Step), Digits);
    }

    [Fact]
    public void NextCode_ClockSetMeanwhile_GivesWayToTheCurrentCode()
    {
        _bench.Press();
        _bench.Press();
        _bench.AskAndAgree(Command.SetClock, Request.SetClock(TokenBench.FirstUnixSeconds + 1_000_000));
        _bench.Press();
        long told = _bench.Ask(Command.GetClock).As<ClockReply>().UnixSeconds;
        Assert.True(ShowsCode(told / Period, Period - (int)(told % Period), false), _bench.Panel.ToText());
    }

    [Theory]
    [InlineData(6, 30, OtpAlgorithm.HmacSha1)]
    [InlineData(7, 60, OtpAlgorithm.HmacSha1)]
    [InlineData(8, 30, OtpAlgorithm.HmacSha256)]
    [InlineData(8, 1, OtpAlgorithm.HmacSha1)]
    [InlineData(6, 65535, OtpAlgorithm.HmacSha256)]
    public void Code_OtherKindsOfAccounts_AreShownToo(int digits, int period, OtpAlgorithm algorithm)
    {
        const string Other = "other";
        byte[] key = TokenBench.KeyOf(Other);
        _bench.Put(Other, key, digits, period, algorithm);
        _bench.RunUntilAsleep();
        _bench.Press();
        _bench.Hold();
        string expected = ReferenceTotp.Code(key, _bench.UnixSeconds() / period, digits, algorithm);
        Assert.Equal(expected, PanelDigits.Read(_bench.Panel.Snapshot(), digits));
    }

    /// <summary>A board reads its storage, or decrypts it: not again for an account that is on the screen.</summary>
    [Fact]
    public void Codes_OfTheAccountOnTheScreen_TakeTheKeyFromStorageOnce()
    {
        _bench.RunToSecondOfStep(10);
        _bench.Press();
        int reads = _bench.Storage.Operations;

        _bench.Press();
        AssertShows(Step + 1, next: true);
        _bench.Press();
        AssertShows(Step, next: false);
        _bench.RunToSecondOfStep(5);

        AssertShows(Step, next: false);
        Assert.Equal(reads, _bench.Storage.Operations);
    }

    [Theory]
    [InlineData("asleep")]
    [InlineData("question")]
    [InlineData("clock stopped")]
    public void Code_SomethingElseWasOnTheScreen_TakesTheKeyFromStorageAgain(string meanwhile)
    {
        _bench.RunToSecondOfStep(10);
        _bench.Press();
        switch (meanwhile)
        {
            case "asleep":
                _bench.RunUntilAsleep();
                break;
            case "question":
                _bench.Ask(Command.PutAccount, Request.PutAccount("b", TokenBench.KeyOf("b")));
                _bench.LetRead();
                _bench.Hold();
                _bench.Press();
                break;
            default:
                _bench.Chip.Answers = false;
                _bench.Run(1000);
                _bench.Chip.Answers = true;
                _bench.Run(1000);
                break;
        }

        int reads = _bench.Storage.Operations;
        _bench.Press();
        Assert.True(_bench.Storage.Operations > reads);
        Assert.NotNull(Digits);
    }

    private static string CodeOf(long step) => ReferenceTotp.Code(TokenBench.KeyOf(Name), step);

    private void AssertShows(long step, bool next) =>
        Assert.True(ShowsCode(step, Period - (int)(_bench.UnixSeconds() % Period), next), _bench.Panel.ToText());

    private bool ShowsCode(long step, int secondsLeft, bool next) => _bench.Shows(
        screen => screen.ShowCode(int.Parse(CodeOf(step), null), 6, Request.Text(Name), secondsLeft, Period, next, boundSeconds: 2));
}
