namespace HwToken.Base.Tests;

public class ArnTests
{
    [Theory]
    [InlineData("arn:aws:iam::123456789012:mfa/alice", "aws", "mfa/alice", "alice")]
    [InlineData("arn:aws-cn:iam::123456789012:mfa/team/alice", "aws-cn", "mfa/team/alice", "alice")]
    [InlineData("arn:aws-us-gov:iam::012345678901:mfa/a:b", "aws-us-gov", "mfa/a:b", "a:b")]
    [InlineData("arn:aws-iso-b:iam::123456789012:mfa/root-account-mfa-device", "aws-iso-b", "mfa/root-account-mfa-device", "root-account-mfa-device")]
    public void TryParseIam_OfItsKind_HasItsParts(string text, string partition, string resource, string name)
    {
        Arn arn = Assert.IsType<Arn>(Arn.TryParseIam(text, "mfa"));
        Assert.Equal((partition, "iam", "", resource, name), (arn.Partition, arn.Service, arn.Region, arn.Resource, arn.Name));
        Assert.Equal(text, arn.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("arn")]
    [InlineData("arn:aws:iam::123456789012")]
    [InlineData("arn:aws:iam::123456789012:user/alice")]
    [InlineData("arn:aws:iam::123456789012:mfa")]
    [InlineData("arn:aws:iam::123456789012:mfa/")]
    [InlineData("arn:aws:iam::123456789012:mfa/team/")]
    [InlineData("arn:aws:iam::123456789012:mfa/al ice")]
    [InlineData("arn:aws:iam::123456789012:mfa/alice\n")]
    [InlineData("arn:aws:iam::123456789012:mfa/ali\u001bce")]
    [InlineData("arn:aws:iam::12345678901:mfa/alice")]
    [InlineData("arn:aws:iam::1234567890123:mfa/alice")]
    [InlineData("arn:aws:iam::1234567890١٢:mfa/alice")]
    [InlineData("arn:aws:iam:us-east-1:123456789012:mfa/alice")]
    [InlineData("arn:aws:sts::123456789012:mfa/alice")]
    [InlineData("arn:aws-:iam::123456789012:mfa/alice")]
    [InlineData("arn:awsome:iam::123456789012:mfa/alice")]
    [InlineData("arn:aws-CN:iam::123456789012:mfa/alice")]
    [InlineData("arn:gcp:iam::123456789012:mfa/alice")]
    [InlineData("urn:aws:iam::123456789012:mfa/alice")]
    [InlineData(" arn:aws:iam::123456789012:mfa/alice")]
    public void TryParseIam_OfAnotherForm_IsNull(string text) => Assert.Null(Arn.TryParseIam(text, "mfa"));

    [Theory]
    [InlineData("arn:aws:sts::123456789012:assumed-role/admin/alice", "sts", "", "alice")]
    [InlineData("arn:aws:iam::123456789012:root", "iam", "", "root")]
    [InlineData("arn:aws:config:eu-west-1:123456789012:config-rule/mfa", "config", "eu-west-1", "mfa")]
    public void TryParse_OfAnyService_HasItsParts(string text, string service, string region, string name)
    {
        Arn arn = Assert.IsType<Arn>(Arn.TryParse(text));
        Assert.Equal((service, region, name), (arn.Service, arn.Region, arn.Name));
    }

    [Theory]
    [InlineData("arn:aws:::123456789012:mfa/alice")]
    [InlineData("arn:aws:iam::123456789012:")]
    public void TryParse_PartMissing_IsNull(string text) => Assert.Null(Arn.TryParse(text));
}
