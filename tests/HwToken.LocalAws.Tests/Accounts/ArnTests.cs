using HwToken.LocalAws.Accounts;

namespace HwToken.LocalAws.Tests.Accounts;

public class ArnTests
{
    [Theory]
    [InlineData("arn:aws:iam::123456789012:mfa/alice", "aws", "mfa/alice")]
    [InlineData("arn:aws-cn:iam::123456789012:mfa/team/alice", "aws-cn", "mfa/team/alice")]
    [InlineData("arn:aws-us-gov:iam::123456789012:mfa/a:b", "aws-us-gov", "mfa/a:b")]
    public void TryParseIam_OfItsKind_GivesItsParts(string text, string partition, string resource)
    {
        Assert.True(Arn.TryParseIam(text, "mfa/", out Arn? arn));
        Assert.Equal(new Arn(partition, "iam", "", "123456789012", resource), arn);
        Assert.Equal(text, arn.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("arn")]
    [InlineData("arn:aws:iam::123456789012")]
    [InlineData("arn:aws:iam::123456789012:user/alice")]
    [InlineData("arn:aws:iam::123456789012:mfa/")]
    [InlineData("arn:aws:iam::123456789012:mfa/team/")]
    [InlineData("arn:aws:iam::12345678901:mfa/alice")]
    [InlineData("arn:aws:iam::1234567890١٢:mfa/alice")]
    [InlineData("arn:aws:iam:us-east-1:123456789012:mfa/alice")]
    [InlineData("arn:aws:sts::123456789012:mfa/alice")]
    [InlineData("arn:gcp:iam::123456789012:mfa/alice")]
    [InlineData("urn:aws:iam::123456789012:mfa/alice")]
    public void TryParseIam_OfAnotherForm_IsRefused(string text) => Assert.False(Arn.TryParseIam(text, "mfa/", out _));
}
