namespace HwToken.Base.Tests;

public class MfaCodeTests
{
    private readonly MfaCode _code = new("050219", 60_000_001, 12);

    [Fact]
    public void Reveal_LeadingZeros_AreShown() => Assert.Equal("050219", _code.Reveal());

    [Fact]
    public void ToString_AnyCode_DoesNotShowTheDigits()
    {
        Assert.DoesNotContain("50219", _code.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("50219", $"{_code}", StringComparison.Ordinal);
    }
}
