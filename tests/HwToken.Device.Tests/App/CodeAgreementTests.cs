using HwToken.TestKit.Otp;

namespace HwToken.Device.Tests.App;

/// <summary>
/// The same code on the screen, over the link, from the framework's HMAC and from oathtool, over all the time that a
/// token may see. The time goes in over the link and is kept by the clock chip.
/// </summary>
public class CodeAgreementTests(ObservedCodes observed) : IClassFixture<ObservedCodes>
{
    [Fact]
    public void Code_From1970To2105_IsTheSameOnTheScreenAndFromTheFramework() => Assert.All(
        observed.OnScreen, seen => Assert.Equal(ReferenceTotp.Code(ObservedCodes.Key, seen.TimeStep), seen.Code));

    [Fact]
    public void Code_From1970To2105_IsTheSameOverTheLinkAndFromTheFramework() => Assert.All(
        observed.OverLink, seen => Assert.Equal(ReferenceTotp.Code(ObservedCodes.Key, seen.TimeStep), seen.Code));

    /// <summary>One process gives the codes of a whole day.</summary>
    [FactNeeding(Oathtool.Name)]
    public void Code_From1970To2105_IsTheSameInBothPlacesAndFromOathtool()
    {
        foreach (var day in observed.OnScreen.Concat(observed.OverLink).GroupBy(seen => seen.Day))
        {
            long first = day.Min(seen => seen.TimeStep);
            int count = (int)(day.Max(seen => seen.TimeStep) - first) + 1;
            string[] codes = Oathtool.Totp(ObservedCodes.Key, first * 30, count);
            Assert.All(day, seen => Assert.Equal(codes[seen.TimeStep - first], seen.Code));
        }
    }

    [Fact]
    public void Observations_AreEnough()
    {
        Assert.InRange(observed.OnScreen.Count, 10_000, int.MaxValue);
        Assert.InRange(observed.OverLink.Count, 10_000, int.MaxValue);
        Assert.All(Enumerable.Range(1970, 136), year => Assert.Contains(
            observed.OnScreen, seen => DateTimeOffset.FromUnixTimeSeconds(seen.TimeStep * 30).Year == year));
    }
}
