using System.Text;
using HwToken.Client.Accounts;
using HwToken.Client.Errors;
using HwToken.Core.Protocol;

namespace HwToken.Client.Tests.Accounts;

public class MfaSerialTests
{
    private const string Alice = "arn:aws:iam::123456789012:mfa/alice";
    private const string Long = "arn:aws:iam::123456789012:mfa/alexander.hamilton@corp.example.com";

    [Theory]
    [InlineData(Alice, "123456789012", "alice")]
    [InlineData("arn:aws-us-gov:iam::210987654321:mfa/div/root-account-mfa-device", "210987654321", "div/root-account-mfa-device")]
    [InlineData(Long, "123456789012", "alexander.hamilton@corp.example.com")]
    public void TryParse_ArnOfAnMfaDevice_HasItsParts(string arn, string account, string device)
    {
        MfaSerial serial = Assert.IsType<MfaSerial>(MfaSerial.TryParse(arn));

        Assert.Equal((arn, account, device), (serial.Arn, serial.AccountId, serial.Device));
    }

    [Theory]
    [InlineData("arn:aws:iam::123456789012:user/alice")]
    [InlineData("arn:aws:iam::12345:mfa/alice")]
    [InlineData("arn:aws:iam::123456789012:mfa/")]
    [InlineData("arn:aws:iam::123456789012:mfa/alice\n")]
    [InlineData("123456789012:alice")]
    [InlineData("alice")]
    public void TryParse_AnythingElse_IsNull(string text) => Assert.Null(MfaSerial.TryParse(text));

    // 35 letters of a device's name make 65 bytes in aws, 28 in aws-us-gov.
    [Theory]
    [InlineData("arn:aws:iam::123456789012:mfa/abcdefghijklmnopqrstuvwxyzabcdefgh", "arn:aws:iam::123456789012:mfa/abcdefghijklmnopqrstuvwxyzabcdefgh")]
    [InlineData("arn:aws:iam::123456789012:mfa/abcdefghijklmnopqrstuvwxyzabcdefghi", "123456789012:abcdefghijklmnopqrstuvwxyzabcdefghi")]
    [InlineData("arn:aws:iam::123456789012:mfa/ops/abcdefghijklmnopqrstuvwxyzabcdefg", "123456789012:ops/abcdefghijklmnopqrstuvwxyzabcdefg")]
    [InlineData("arn:aws-us-gov:iam::123456789012:mfa/abcdefghijklmnopqrstuvwxyzab", "us-gov/123456789012:abcdefghijklmnopqrstuvwxyzab")]
    [InlineData("github:alice", "github:alice")]
    public void NameOf_ArnLongerThanANameMayBe_IsAccountAndDevice(string name, string expected)
    {
        Assert.Equal(expected, MfaSerial.NameOf(name));
        Assert.Equal(expected, MfaSerial.NameOf(expected));
    }

    [Fact]
    public void NameOf_SameDeviceInOtherAccountsAndPartitions_Differs()
    {
        string[] arns =
        [
            Long,
            Long.Replace("123456789012", "210987654321", StringComparison.Ordinal),
            Long.Replace("arn:aws:", "arn:aws-cn:", StringComparison.Ordinal),
            Long.Replace("arn:aws:", "arn:aws-us-gov:", StringComparison.Ordinal),
        ];

        Assert.Equal(arns.Length, arns.Select(MfaSerial.NameOf).Distinct().Count());
    }

    [Theory]
    [InlineData(51, "aws")]
    [InlineData(44, "aws-us-gov")]
    public void NameOf_DeviceThatFitsNowhere_NamesTheCure(int longest, string partition)
    {
        string arn = $"arn:{partition}:iam::123456789012:mfa/{new string('a', longest)}";

        Assert.Equal(Limits.NameLength, Encoding.UTF8.GetByteCount(MfaSerial.NameOf(arn)));
        var e = Assert.Throws<MfaSerialTooLongException>(() => MfaSerial.NameOf(arn + "a"));
        Assert.Equal(TokenFailure.Refused, e.Kind);
        Assert.Equal($"the MFA device's name is too long for a token: {arn}a", e.Message);
        Assert.StartsWith($"take an MFA device whose name has at most {longest} bytes after mfa/", e.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Alice, Alice)]
    [InlineData("123456789012:alexander.hamilton@corp.example.com", Long)]
    [InlineData("us-gov/123456789012:abcdefghijklmnopqrstuvwxyzab", "arn:aws-us-gov:iam::123456789012:mfa/abcdefghijklmnopqrstuvwxyzab")]
    public void OfAccount_NameByThatRule_IsTheDevice(string name, string arn) =>
        Assert.Equal(arn, MfaSerial.OfAccount(name)?.Arn);

    [Theory]
    [InlineData("123456789012:alice")] // its ARN fits, and would be the name
    [InlineData("Amazon Web Services:alice@123456789012")]
    [InlineData("github:alexander.hamilton@corp.example.com.and.more")]
    [InlineData("alice")]
    public void OfAccount_AnyOtherName_IsNull(string name) => Assert.Null(MfaSerial.OfAccount(name));
}

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
