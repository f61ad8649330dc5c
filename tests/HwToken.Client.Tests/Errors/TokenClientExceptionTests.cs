using HwToken.Client.Errors;
using HwToken.Core.Protocol;

namespace HwToken.Client.Tests.Errors;

public class StatusTextTests
{
    private static readonly Status[] NoFailures = [Status.Ok, Status.AwaitingPress, Status.AwaitingStep, Status.Working];

    public static TheoryData<Status> Failures => [.. Enum.GetValues<Status>().Except(NoFailures)];

    [Theory]
    [MemberData(nameof(Failures))]
    public void Of_EveryStatus_HasAMessageAndACureInThePrintersForm(Status status)
    {
        var e = new TokenException(status, "subject");

        Assert.Equal(status, e.Status);
        Assert.DoesNotContain("does not know:", e.Message, StringComparison.Ordinal);
        foreach (string text in new[] { e.Message, e.Hint })
        {
            Assert.NotEmpty(text);
            Assert.False(char.IsUpper(text[0]) || text.EndsWith('.'), text);
            Assert.DoesNotContain("{0}", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Of_StatusesWithAnAccount_NameIt()
    {
        Status[] named = [Status.NoSuchAccount, Status.AccountExists, Status.AccountsFull, Status.NameInvalid, Status.KeyInvalid];

        Assert.All(named, status => Assert.Contains("aws:{alice}", new TokenException(status, "aws:{alice}").Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Status.Declined, TokenFailure.Refused)]
    [InlineData(Status.TimedOut, TokenFailure.Refused)]
    [InlineData(Status.ClockNeverSet, TokenFailure.Refused)]
    [InlineData(Status.Malformed, TokenFailure.Failed)]
    [InlineData(Status.UnsupportedVersion, TokenFailure.Failed)]
    public void Of_WhoIsInTheWay_DecidesTheKind(Status status, TokenFailure expected) =>
        Assert.Equal(expected, new TokenException(status, "x").Kind);
}
