using HwToken.Device.Ui;

namespace HwToken.Device.Tests.Ui;

public class AccountLabelTests
{
    [Theory]
    [InlineData("arn:aws:iam::123456789012:mfa/alice", "alice", "1234-5678-9012")]
    [InlineData("arn:aws-cn:iam::123456789012:mfa/alice", "alice", "cn 1234-5678-9012")]
    [InlineData("arn:aws-us-gov:iam::123456789012:mfa/alice", "alice", "us-gov 1234-5678-9012")]
    [InlineData("arn:aws-eusc:iam::123456789012:mfa/alice", "alice", "eusc 1234-5678-9012")]
    [InlineData("arn:aws:iam::123456789012:mfa/root-account-mfa-device", "root-accou…mfa-device", "1234-5678-9012")]
    [InlineData("arn:aws:iam::123456789012:mfa/ops/eu/alice", "ops/eu/alice", "1234-5678-9012")]
    [InlineData("GitHub:alice@example.com", "GitHub", "alice@example.com")]
    [InlineData("Amazon Web Services: alice@123456789012", "Amazon Web Services", "alice@123456789012")]
    [InlineData("Google:a:b", "Google", "a:b")]
    [InlineData("Café:Zoë", "Cafe", "Zoe")]
    [InlineData("alice", "alice", "")]
    [InlineData("alice:", "alice:", "")]
    [InlineData(":alice", ":alice", "")]
    [InlineData("a rather long name of an account", "a rather long name of", "an account")]
    [InlineData("an-issuer-of-some-length:and-an-account-of-some-length", "an-issuer-…ome-length", "and-an-acc…ome-length")]
    [InlineData("", "", "")]
    public void Set_Name_IsShownAsPeopleThinkOfIt(string name, string first, string second)
    {
        Assert.Equal((first, second), Shown(name));
    }

    [Theory]
    [InlineData("arn:aws:iam::123456789012:u2f/user/alice/k", "arn:aws:iam::12345678", "9012:u2f/user/alice/k")]
    [InlineData("arn:aws:iam::12345678901:mfa/alice", "arn:aws:iam::12345678", "901:mfa/alice")]
    [InlineData("arn:aws:iam::12345678901x:mfa/alice", "arn:aws:iam::12345678", "901x:mfa/alice")]
    [InlineData("arn:aws:sts::123456789012:mfa/alice", "arn:aws:sts::12345678", "9012:mfa/alice")]
    [InlineData("arn:aws:iam::123456789012:mfa/", "arn:aws:iam::12345678", "9012:mfa/")]
    [InlineData("arn:aws", "arn:aws", "")]
    [InlineData("arn:", "arn:", "")]
    public void Set_OtherArn_IsShownAsItIs(string name, string first, string second)
    {
        Assert.Equal((first, second), Shown(name));
    }

    [Fact]
    public void Set_AfterALongerName_LeavesNothingOfIt()
    {
        var label = new AccountLabel();
        label.Set(Texts.Name("GitHub:alice@example.com"));

        label.Set(Texts.Name("x"));

        Assert.Equal(("x", ""), (label.First.ToString(), label.Second.ToString()));
    }

    private static (string First, string Second) Shown(string name)
    {
        var label = new AccountLabel();
        label.Set(Texts.Name(name));
        return (label.First.ToString(), label.Second.ToString());
    }
}
