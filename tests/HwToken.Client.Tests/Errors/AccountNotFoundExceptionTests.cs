using HwToken.Client.Accounts;
using HwToken.Client.Errors;

namespace HwToken.Client.Tests.Errors;

public class AccountNotFoundExceptionTests
{
    private const string Alice = "arn:aws:iam::123456789012:mfa/alice";
    private const string OfTheQrCode = "Amazon Web Services:alice@123456789012";

    private static string HintFor(string name, params string[] accounts) => Assert.Throws<AccountNotFoundException>(
        () => AccountLookup.Find(name, [.. accounts.Select(a => new TokenAccount(a))])).Hint;

    [Theory]
    [InlineData(OfTheQrCode, "\"Amazon Web Services:alice@123456789012\"")]
    [InlineData("Amazon Web Services:alice@acme", "\"Amazon Web Services:alice@acme\"")]
    [InlineData("aws:alice", "aws:alice")]
    public void Hint_ArnAskedForAndANearNameThatIsNone_IsToRenameIt(string near, string argument) => Assert.Equal(
        $"did you mean {near}? AWS commands find it after: hwtoken accounts rename {argument} {Alice}", HintFor(Alice, near));

    [Theory]
    [InlineData(Alice, "arn:aws:iam::123456789012:mfa/alicia")]
    [InlineData(Alice, "Amazon Web Services:alice@210987654321")] // of another AWS account
    [InlineData(Alice, "a'alice'")]
    [InlineData("alcie", "alice")]
    [InlineData(
        "arn:aws:iam::210987654321:mfa/alexander.hamilton@corp.example.com", "123456789012:alexander.hamilton@corp.example.com")]
    public void Hint_NearNameThatCannotBeTheDevices_IsNotToRenameIt(string name, string near) =>
        Assert.Equal($"did you mean {near}?", HintFor(name, near));

    [Fact]
    public void Hint_SeveralNearNames_RenamesTheNearest() => Assert.Equal(
        $"did you mean {OfTheQrCode} or arn:aws:iam::123456789012:mfa/alicf? AWS commands find it after: "
        + $"hwtoken accounts rename \"{OfTheQrCode}\" {Alice}",
        HintFor(Alice, "arn:aws:iam::123456789012:mfa/alicf", OfTheQrCode));
}
