using HwToken.Client.Accounts;

namespace HwToken.Client.Tests.Accounts;

public class AwsQrNameTests
{
    [Theory]
    [InlineData("Amazon Web Services:alice@123456789012", "123456789012", "arn:aws:iam::123456789012:mfa/alice")]
    [InlineData("Amazon Web Services: alice@123456789012", "123456789012", "arn:aws:iam::123456789012:mfa/alice")]
    [InlineData("alice@corp.example.com@123456789012", "123456789012", "arn:aws:iam::123456789012:mfa/alice@corp.example.com")]
    [InlineData("Amazon Web Services:alice@acme", null, null)] // the AWS account's alias
    [InlineData("Amazon Web Services:root", null, null)]
    public void TryParse_NameOfAnAwsQrCode_TellsWhatItCan(string name, string? account, string? arn)
    {
        AwsQrName parsed = Assert.IsType<AwsQrName>(AwsQrName.TryParse(name));

        Assert.Equal((account, arn), (parsed.Serial?.AccountId, parsed.Serial?.Arn));
    }

    [Theory]
    [InlineData("github:alice@123456789012")]
    [InlineData("alice@12345678901")]
    [InlineData("arn:aws:iam::123456789012:mfa/alice")]
    [InlineData("123456789012:alexander.hamilton@corp.example.com")]
    [InlineData("alice")]
    public void TryParse_AnyOtherName_IsNull(string name) => Assert.Null(AwsQrName.TryParse(name));
}
