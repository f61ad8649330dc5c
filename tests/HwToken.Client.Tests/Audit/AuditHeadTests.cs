using HwToken.Client.Audit;

namespace HwToken.Client.Tests.Audit;

public class AuditHeadTests
{
    private static readonly byte[] Link = [.. Enumerable.Range(0, 32).Select(i => (byte)(i * 37))];

    [Fact]
    public void ToString_Head_IsTheNumberAndFourGroups() =>
        Assert.Matches("^7(-[A-Z2-7]{4}){4}$", AuditHead.Of(7, Link).ToString());

    [Theory]
    [InlineData("{0}")]
    [InlineData(" {0} ")]
    public void TryParse_AsItStandsOnPaper_IsTheSame(string format)
    {
        AuditHead head = AuditHead.Of(uint.MaxValue, Link);
        string text = string.Format(null, format, head);
        Assert.True(AuditHead.TryParse(text, out AuditHead? read));
        Assert.Equal(head, read);
        Assert.True(AuditHead.TryParse(text.ToLowerInvariant().Replace("-", " - ", StringComparison.Ordinal), out read));
        Assert.Equal(head, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("7-")]
    [InlineData("-ABCD-EFGH-IJKL-MNOP")]
    [InlineData("7-ABCD-EFGH-IJKL-MNO")]
    [InlineData("7-ABCD-EFGH-IJKL-MNOPQ")]
    [InlineData("7-ABCD-EFGH-IJKL-MNO1")]
    [InlineData("4294967296-ABCD-EFGH-IJKL-MNOP")]
    [InlineData("x-ABCD-EFGH-IJKL-MNOP")]
    public void TryParse_AnythingElse_IsRefused(string text) => Assert.False(AuditHead.TryParse(text, out _));

    [Fact]
    public void Equals_OtherNumberOrLink_IsNo()
    {
        Assert.NotEqual(AuditHead.Of(7, Link), AuditHead.Of(8, Link));
        byte[] other = [.. Link];
        other[9] ^= 1;
        Assert.NotEqual(AuditHead.Of(7, Link), AuditHead.Of(7, other));
    }
}
