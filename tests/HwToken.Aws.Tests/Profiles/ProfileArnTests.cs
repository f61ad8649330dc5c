using HwToken.Aws.Model;
using HwToken.Aws.Profiles;
using HwToken.Aws.Tests.Support;
using HwToken.Base;

namespace HwToken.Aws.Tests.Profiles;

public class ProfileArnTests
{
    [Theory]
    [InlineData("arn:aws:iam::123456789012:mfa/alice", "aws", "123456789012", "alice")]
    [InlineData("arn:aws-cn:iam::123456789012:mfa/team/alice", "aws-cn", "123456789012", "alice")]
    [InlineData("arn:aws-us-gov:iam::012345678901:mfa/root-account-mfa-device", "aws-us-gov", "012345678901", "root-account-mfa-device")]
    public void MfaDevice_VirtualDevice_HasItsParts(string text, string partition, string account, string name)
    {
        Arn arn = ProfileArn.MfaDevice(text);
        Assert.Equal((partition, account, name), (arn.Partition, arn.AccountId, arn.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("alice")]
    [InlineData("GAHT12345678")]
    [InlineData("arn:aws:iam::123456789012:mfa/")]
    [InlineData("arn:aws:iam::12345678901:mfa/alice")]
    [InlineData("arn:aws:iam::12345678901x:mfa/alice")]
    [InlineData("arn:aws:sts::123456789012:mfa/alice")]
    [InlineData("arn:gcp:iam::123456789012:mfa/alice")]
    [InlineData("arn:aws:iam::123456789012:mfa/al ice")]
    [InlineData("arn:aws:iam::123456789012:role/alice")]
    [InlineData("arn:aws:iam::123456789012:u2f/user/alice/key")]
    public void MfaDevice_AnythingElse_IsRefusedByName(string text) =>
        Assert.Contains(
            $"\"{text}\"", Failing.With(FailureKind.MalformedArn, () => ProfileArn.MfaDevice(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Role_RoleWithPath_HasItsParts()
    {
        Arn arn = ProfileArn.Role("arn:aws:iam::123456789012:role/team/admin");
        Assert.Equal(("123456789012", "admin"), (arn.AccountId, arn.Name));
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("arn:aws:iam::123456789012:role/")]
    [InlineData("arn:aws:iam::123456789012:user/admin")]
    [InlineData("arn:aws:sts::123456789012:assumed-role/admin/alice")]
    public void Role_AnythingElse_IsRefusedByName(string text) =>
        Assert.Contains(
            $"\"{text}\"", Failing.With(FailureKind.MalformedArn, () => ProfileArn.Role(text)).Message, StringComparison.Ordinal);
}
