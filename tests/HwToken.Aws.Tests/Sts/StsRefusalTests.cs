using System.Net;
using Amazon.Runtime;
using Amazon.SecurityToken;
using HwToken.Aws.Model;
using HwToken.Aws.Sts;
using HwToken.Aws.Tests.Support;
using HwToken.Base;

namespace HwToken.Aws.Tests.Sts;

/// <summary>What LocalAws does not say, by the codes of the STS API reference; the rest is in StsClientTests.</summary>
public class StsRefusalTests
{
    private static readonly MfaCode Code = new("314159", 1_000_000, 10);

    [Theory]
    [InlineData("AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code. ", FailureKind.CodeRefused)]
    [InlineData("AccessDenied", "MultiFactorAuthentication failed, unable to validate MFA code.", FailureKind.SerialRefused)]
    [InlineData("AccessDenied", "User: x is not authorized to perform: sts:AssumeRole", FailureKind.AccessDenied)]
    [InlineData("InvalidClientTokenId", "The security token included in the request is invalid.", FailureKind.KeyUnknown)]
    [InlineData("UnrecognizedClientException", "The security token is invalid", FailureKind.KeyUnknown)]
    [InlineData("SignatureDoesNotMatch", "Signature expired: 20260101T000000Z is now earlier", FailureKind.ClockSkew)]
    [InlineData("SignatureDoesNotMatch", "Signature not yet current: 20260101T000000Z", FailureKind.ClockSkew)]
    [InlineData("SignatureDoesNotMatch", "The request signature we calculated does not match", FailureKind.SignatureRefused)]
    [InlineData("RequestExpired", "Request has expired.", FailureKind.ClockSkew)]
    [InlineData("ExpiredToken", "The security token included in the request is expired", FailureKind.SessionKeys)]
    [InlineData("RegionDisabledException", "STS is not activated in this region", FailureKind.RegionDisabled)]
    [InlineData("Throttling", "Rate exceeded", FailureKind.Throttled)]
    [InlineData("ValidationError", "1 validation error detected", FailureKind.RequestRefused)]
    [InlineData("ServiceUnavailable", "Reduce your request rate", FailureKind.BadAnswer)]
    [InlineData("InternalFailure", "We are sorry", FailureKind.BadAnswer)]
    [InlineData("", "", FailureKind.BadAnswer)]
    public void Of_ErrorCode_IsItsKindAndSaysWhatBecameOfTheCode(string code, string message, FailureKind expected)
    {
        AwsException e = Failing.With(expected, () => throw Of(code, message));
        Assert.EndsWith("; the MFA code counts as used", e.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "used elsewhere")]
    [InlineData(1, "used elsewhere")]
    [InlineData(-4, "differ by about 120 s")]
    [InlineData(4, "differ by about 120 s")]
    public void Of_RefusedCode_SaysWhatTheClocksSay(long stepsAhead, string expected) =>
        Assert.Contains(
            expected,
            Of("AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code.", stepsAhead).Hint,
            StringComparison.Ordinal);

    [Fact]
    public void Of_MessageWithTheCode_KeepsItOut()
    {
        AwsException e = Of("ValidationError", "Value '314159' at 'tokenCode' failed to satisfy constraint.");
        Assert.DoesNotContain("314159", e.ToString() + e.Hint, StringComparison.Ordinal);
        Assert.Contains("'tokenCode' failed", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_RefusedSignature_KeepsWhatWasSignedOut() =>
        Assert.DoesNotContain(
            "Canonical",
            Of("SignatureDoesNotMatch", "The Canonical String for this request should have been 'POST /'").ToString(),
            StringComparison.Ordinal);

    private static AwsException Of(string code, string message, long stepsAhead = 0)
    {
        var refusal = new AmazonSecurityTokenServiceException(
            message, ErrorType.Sender, code, "request-id", HttpStatusCode.Forbidden);
        return StsRefusal.Of(refusal, Plans.To(null), Code, stepsAhead);
    }
}
