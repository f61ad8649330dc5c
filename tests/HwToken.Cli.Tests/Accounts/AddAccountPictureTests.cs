using HwToken.Cli.Errors;
using HwToken.TestKit.Pictures;

namespace HwToken.Cli.Tests.Accounts;

/// <summary><c>accounts add --qr</c>.</summary>
public sealed class AddAccountPictureTests : IDisposable
{
    private const string Uri =
        $"otpauth://totp/GitHub:somebody?secret={TestToken.Base32Key}&issuer=GitHub&algorithm=SHA256&digits=8&period=60";

    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    private string Save(byte[] picture)
    {
        string path = Path.Combine(_host.Folder, "qr.png");
        File.WriteAllBytes(path, picture);
        return path;
    }

    [Fact]
    public async Task Add_Picture_BringsNameAndParametersAndIsToBeDeleted()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime, "");
        string file = Save(Drawing.Qr(Uri).ToPng());
        CliResult result = await _host.RunAsync("accounts", "add", "--qr", file);
        Assert.Equal(
            $"""
            hwtoken: press the button on the token (30 s): store GitHub:somebody
            hwtoken: GitHub:somebody is on the token
            hwtoken: {file} shows the key: delete it when the account works, and every copy of it

            """.ReplaceLineEndings("\n"),
            result.Error);
        Assert.Equal((ExitStatus.Done, ""), (result.Status, result.Output));
        Assert.Equal("GitHub:somebody\tSHA256\t8\t60\n", await _host.OutputAsync("accounts", "list"));
        Assert.True(File.Exists(file));
    }

    [Fact]
    public async Task Add_PictureOnStdin_GoesByTheNameGiven()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime, "");
        _host.InputBytes = Drawing.Qr(Uri).ToJpeg(70);
        CliResult result = await _host.RunAsync("accounts", "add", TestToken.Alice, "--qr", "-");
        Assert.Equal(ExitStatus.Done, result.Status);
        Assert.DoesNotContain("delete", result.Error, StringComparison.Ordinal);
        Assert.StartsWith(TestToken.Alice + "\tSHA256", await _host.OutputAsync("accounts", "list"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.com", "the QR code holds no otpauth URI", "it begins with otpauth://totp/")]
    [InlineData(
        "otpauth-migration://offline?data=CiUKFDEyMzQ1",
        "the QR code is an export of Google Authenticator, with accounts and their keys",
        "get a new key from each service and give the token that one: an exported key stays on the phone too")]
    [InlineData(
        "otpauth://hotp/a?secret=" + TestToken.Base32Key,
        "the QR code is for codes that count presses (HOTP)",
        "ask its issuer for a key for time-based codes (TOTP)")]
    [InlineData(
        "otpauth://totp/a?digits=5&secret=" + TestToken.Base32Key,
        "the QR code's digits are not 6, 7 or 8",
        "its issuer made it so: ask them, or type the key that is shown beside it")]
    [InlineData(
        "otpauth://totp/a?algorithm=SHA512&secret=" + TestToken.Base32Key,
        "the QR code is for SHA-512, which the token does not compute",
        "ask its issuer for a key for SHA-1 or SHA-256")]
    [InlineData(
        "otpauth://totp/a?algorithm=MD5&secret=" + TestToken.Base32Key,
        "the QR code's algorithm is neither SHA1 nor SHA256",
        "its issuer made it so: ask them, or type the key that is shown beside it")]
    public Task Add_CodeThatCannotBe_SaysWhatBeforeTheTokenIsAsked(string text, string message, string hint) =>
        _host.FailsAsync(ExitStatus.Failed, $"hwtoken: {message}\nhint: {hint}", "accounts", "add", "a", "--qr", Save(Drawing.Qr(text).ToPng()));

    [Fact]
    public Task Add_NoCode_SaysHow()
    {
        string file = Save(Drawing.Blank(200, 200).ToPng());
        return _host.FailsAsync(
            ExitStatus.Failed,
            $"""
            hwtoken: {file} shows no QR code that can be read
            hint: take the picture again, sharp and with some white around the code, or type the key that is shown beside it
            """,
            "accounts", "add", "a", "--qr", file);
    }

    [Fact]
    public Task Add_TwoCodes_ChoosesNone()
    {
        string file = Save(Drawing.Qr("https://example.com").On(Drawing.Qr(Uri).On(Drawing.Blank(600, 300), 0, 0), 300, 0).ToPng());
        return _host.FailsAsync(
            ExitStatus.Failed,
            $"""
            hwtoken: {file} shows more than one QR code
            hint: crop the picture to the one with the key
            """,
            "accounts", "add", "a", "--qr", file);
    }

    [Theory]
    [InlineData(
        "alice@123456789012",
        $"AWS commands look for it as {TestToken.Alice}, if aws iam list-mfa-devices shows no other: "
        + $"hwtoken accounts rename \"Amazon Web Services:alice@123456789012\" {TestToken.Alice}")]
    [InlineData(
        "alice@acme",
        "AWS commands look for it by the ARN that aws iam list-mfa-devices shows: "
        + "hwtoken accounts rename \"Amazon Web Services:alice@acme\" ARN")]
    public async Task Add_PictureOfTheAwsConsoleWithoutAName_SaysWhatAwsCommandsLookFor(string account, string note)
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime, "");
        _host.InputBytes = Drawing.Qr(
            $"otpauth://totp/Amazon%20Web%20Services:{account}?secret={TestToken.Base32Key}&issuer=Amazon%20Web%20Services").ToPng();
        CliResult result = await _host.RunAsync("accounts", "add", "--qr", "-");
        Assert.Contains($"hwtoken: Amazon Web Services:{account} is on the token\n", result.Error, StringComparison.Ordinal);
        Assert.Contains($"hwtoken: {note}\n", result.Error, StringComparison.Ordinal);
        Assert.Equal(ExitStatus.Done, result.Status);
    }

    [Fact]
    public async Task Add_PictureOfTheAwsConsoleWithTheArn_IsFoundByAwsCommands()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime, "");
        _host.InputBytes = Drawing.Qr(
            $"otpauth://totp/Amazon%20Web%20Services:alice@123456789012?secret={TestToken.Base32Key}&issuer=Amazon%20Web%20Services").ToPng();
        CliResult result = await _host.RunAsync("accounts", "add", TestToken.Alice, "--qr", "-");
        Assert.Contains($"hwtoken: {TestToken.Alice} is on the token\n", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("AWS commands", result.Error, StringComparison.Ordinal);
        Assert.Equal(ExitStatus.Done, (await _host.RunAsync("code", "--mfa-serial", TestToken.Alice)).Status);
    }
}
