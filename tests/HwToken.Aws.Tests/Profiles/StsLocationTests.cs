using HwToken.Aws.Model;
using HwToken.Aws.Profiles;
using HwToken.Aws.Tests.Support;

namespace HwToken.Aws.Tests.Profiles;

public class StsLocationTests
{
    [Theory]
    [InlineData("us-east-1")]
    [InlineData("us-gov-west-1")]
    [InlineData("us-isob-east-1")]
    [InlineData("eusc-de-east-1")]
    public void CheckRegion_Region_IsTheSame(string region) => Assert.Equal(region, StsLocation.CheckRegion(region));

    [Theory]
    [InlineData("")]
    [InlineData("global")]
    [InlineData("-us-east-1")]
    [InlineData("EU-west-1")]
    [InlineData("eu-west-1.evil.example")]
    [InlineData("eu-west-1/")]
    [InlineData("eu west-1")]
    [InlineData("a-region-of-far-too-many-characters-1")]
    public void CheckRegion_WhatIsNoPartOfAHostName_IsRefused(string region) =>
        Failing.With(FailureKind.MalformedRegion, () => StsLocation.CheckRegion(region));

    [Theory]
    [InlineData("https://sts.example.com", "https://sts.example.com/")]
    [InlineData("http://127.0.0.1:4566", "http://127.0.0.1:4566/")]
    [InlineData("http://localhost:4566/", "http://localhost:4566/")]
    [InlineData("http://[::1]:4566", "http://[::1]:4566/")]
    public void CheckEndpoint_SafeUrl_IsNormalised(string endpoint, string expected) =>
        Assert.Equal(expected, StsLocation.CheckEndpoint(endpoint));

    [Theory]
    [InlineData("sts.example.com")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("http://sts.example.com")]
    [InlineData("http://127.0.0.1.example.com")]
    public void CheckEndpoint_NoUrlOrClearText_IsRefused(string endpoint) =>
        Failing.With(FailureKind.MalformedEndpoint, () => StsLocation.CheckEndpoint(endpoint));
}
