using HwToken.Client.Errors;
using HwToken.Client.Exchange;
using HwToken.Client.Model;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;

namespace HwToken.Client.Tests.Exchange;

/// <summary>Answers that are well-formed and cannot be true: printed or reckoned with, they would do harm.</summary>
public class RepliesTests
{
    private const string Port = "/dev/ttyUSB0";

    [Theory]
    [InlineData(200, 0, 0)] // more to come, and none comes
    [InlineData(3, 3, 1)] // more than there are
    [InlineData(0, 0, 1)]
    public void Read_CountsThatCannotBe_AreNotBelieved(int total, int known, int count)
    {
        ListAccountsReply page = Page("a");
        (page.Total, page.Count) = (total, count);

        Assert.Throws<NotATokenException>(() => Replies.Read(page, known, Port));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\u001b[2Jb")]
    public void Read_AccountNameThatCannotBePrinted_IsNotBelieved(string name) =>
        Assert.Throws<NotATokenException>(() => Replies.Read(Page(name), 0, Port).ToList());

    [Fact]
    public void Read_AccountWithoutAPeriod_IsNotBelieved()
    {
        ListAccountsReply page = Page("a");
        page.Entries[0].Period = 0;

        Assert.Throws<NotATokenException>(() => Replies.Read(page, 0, Port).ToList());
    }

    [Fact]
    public void Read_BoardThatCannotBePrinted_IsNotBelieved()
    {
        var reply = new InfoReply();
        reply.Board.TrySet("esp32\u0007");

        Assert.Throws<NotATokenException>(() => Replies.Read(reply, Port, DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void Read_Health_IsWhatTheTokenSays()
    {
        InfoReply reply = Info(RadioState.OffAfterRestart, "Exception in TokenApp::Step");
        reply.Health.FreeHeapBytes = 45_056;

        Assert.Equal(
            new TokenHealth(RadioState.OffAfterRestart, 45_056, "Exception in TokenApp::Step"),
            Replies.Read(reply, Port, DateTimeOffset.UnixEpoch).Health);
    }

    [Fact]
    public void Read_HealthThatTheBoardCannotTell_IsNone() => Assert.Equal(
        new TokenHealth(RadioState.Unknown, null, null),
        Replies.Read(Info(RadioState.Unknown, ""), Port, DateTimeOffset.UnixEpoch).Health);

    [Fact]
    public void Read_OlderToken_TellsNoHealth() =>
        Assert.Null(Replies.Read(new InfoReply(), Port, DateTimeOffset.UnixEpoch).Health);

    [Theory]
    [InlineData(4, "")]
    [InlineData(1, "a\u001b[2Jb")]
    public void Read_HealthThatThereIsNot_IsNotBelieved(byte radio, string fault) =>
        Assert.Throws<NotATokenException>(
            () => Replies.Read(Info((RadioState)radio, fault), Port, DateTimeOffset.UnixEpoch));

    [Theory]
    [InlineData(5, 0)]
    [InlineData(9, 0)]
    [InlineData(6, 1_000_000)]
    [InlineData(8, 100_000_000)]
    [InlineData(6, -1)]
    public void Read_NumberThatIsNoCode_IsNotBelieved(int digits, int code) =>
        Assert.Throws<NotATokenException>(() => Replies.Read(new GetCodeReply { Code = code, Digits = digits }, Port));

    [Theory]
    [InlineData(6, 999_999, "999999")]
    [InlineData(8, 99_999_999, "99999999")]
    [InlineData(7, 0, "0000000")]
    public void Read_LargestAndSmallestCode_AreCodes(int digits, int code, string expected) =>
        Assert.Equal(expected, Replies.Read(new GetCodeReply { Code = code, Digits = digits }, Port).Reveal());

    [Theory]
    [InlineData(0xFFFFFFFFFF, 0, 0)]
    [InlineData(0, 0xFFFFFFFFFF, 0)]
    [InlineData(0, 0, 4)]
    public void Read_TimeOrStateThatThereIsNot_IsNotBelieved(long now, long lastSet, byte state)
    {
        var reply = new ClockReply { UnixSeconds = now, LastSetUnixSeconds = lastSet, State = (ClockState)state };

        Assert.Throws<NotATokenException>(() => Replies.Read(reply, Port, DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void Read_LastSecondOfTheCalendar_IsATime()
    {
        // 9999-12-31T23:59:59Z
        TokenClock clock = Replies.Read(new ClockReply { UnixSeconds = 253_402_300_799 }, Port, DateTimeOffset.UnixEpoch);

        Assert.Equal(9999, clock.Time!.Value.Year);
    }

    private static ListAccountsReply Page(string name)
    {
        var page = new ListAccountsReply { Total = 1, Count = 1 };
        page.Entries[0].Name.TrySet(name);
        return page;
    }

    private static InfoReply Info(RadioState radio, string fault)
    {
        var reply = new InfoReply { HasHealth = true };
        reply.Board.TrySet("esp32");
        reply.Health.Radio = radio;
        reply.Health.LastFault.TrySet(fault);
        return reply;
    }
}
