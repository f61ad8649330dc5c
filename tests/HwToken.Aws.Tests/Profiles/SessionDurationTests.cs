using HwToken.Aws.Model;
using HwToken.Aws.Profiles;
using HwToken.Aws.Tests.Support;

namespace HwToken.Aws.Tests.Profiles;

public class SessionDurationTests
{
    [Theory]
    [InlineData(null, null, false, 43_200)]
    [InlineData(null, null, true, 3_600)]
    [InlineData(null, "900", false, 900)]
    [InlineData(null, "129600", false, 129_600)]
    [InlineData(null, "43200", true, 43_200)]
    [InlineData(1_800, "7200", true, 1_800)]
    public void Resolve_InRange_IsTheFirstThatIsGiven(int? requested, string? profile, bool isRole, int expected) =>
        Assert.Equal(expected, SessionDuration.Resolve(Seconds(requested), profile, isRole));

    [Theory]
    [InlineData(899, null, false, "899 s")]
    [InlineData(129_601, null, false, "129601 s")]
    [InlineData(43_201, null, true, "43201 s")]
    [InlineData(0, null, true, "0 s")]
    [InlineData(-3_600, null, true, "-3600 s")]
    [InlineData(null, "43201", true, "43201 s")]
    [InlineData(null, "12h", true, "\"12h\"")]
    [InlineData(null, "-3600", true, "\"-3600\"")]
    [InlineData(null, "99999999999", true, "\"99999999999\"")]
    public void Resolve_OutOfRange_IsRefusedWithTheValue(int? requested, string? profile, bool isRole, string expected)
    {
        AwsException e = Failing.With(
            FailureKind.DurationOutOfRange, () => SessionDuration.Resolve(Seconds(requested), profile, isRole));
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
        Assert.Contains(isRole ? "43200 s" : "129600 s", e.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_PartOfASecond_IsRefused() =>
        Failing.With(
            FailureKind.DurationOutOfRange,
            () => SessionDuration.Resolve(TimeSpan.FromSeconds(900.5), null, isRole: false));

    private static TimeSpan? Seconds(int? seconds) => seconds is { } s ? TimeSpan.FromSeconds(s) : null;
}
