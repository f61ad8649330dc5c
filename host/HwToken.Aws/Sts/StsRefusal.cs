using Amazon.Runtime;
using HwToken.Aws.Model;
using HwToken.Aws.Profiles;
using HwToken.Base;

namespace HwToken.Aws.Sts;

/// <summary>STS's error codes in our words (STS API reference, "Common errors", and the errors of both actions).</summary>
/// <remarks>There was an answer each time, so every hint says that the code counts as used.</remarks>
internal static class StsRefusal
{
    /// <param name="stepsAhead">By how many time steps the token's clock is before this computer's.</param>
    public static AwsException Of(AmazonServiceException e, SessionPlan plan, MfaCode code, long stepsAhead) =>
        AfterAnswer(Read(e, plan, code, stepsAhead));

    /// <summary>There was an answer, and nothing of STS in it.</summary>
    public static AwsException NotAnAnswer(SessionPlan plan) => AfterAnswer(OfSomebodyElse(plan, ""));

    private static AwsException AfterAnswer(Refusal refusal) =>
        new(refusal.Kind, refusal.Message, $"{refusal.Hint}; {CodeUse.Used}");

    private static Refusal Read(AmazonServiceException e, SessionPlan plan, MfaCode code, long stepsAhead)
    {
        string said = e.Message.Trim().TrimEnd('.').Replace(code.Reveal(), "......", StringComparison.Ordinal);
        string key = plan.LongTermKey.AccessKeyId;
        return e.ErrorCode switch
        {
            "AccessDenied" or "AccessDeniedException" when Says(e, "invalid MFA one time pass code") =>
                CodeRefused(stepsAhead),
            "AccessDenied" or "AccessDeniedException" when Says(e, "MultiFactorAuthentication failed") => new(
                FailureKind.SerialRefused,
                $"AWS cannot check MFA codes of {plan.Key.MfaSerial} for this user",
                $"compare mfa_serial with what aws iam list-mfa-devices shows for the owner of {key}"),
            "AccessDenied" or "AccessDeniedException" => AccessDenied(plan, said),
            "InvalidClientTokenId" or "UnrecognizedClientException" => new(
                FailureKind.KeyUnknown,
                $"AWS does not know access key {key}",
                $"it was deleted or switched off, or belongs to another partition than region {plan.Key.Region}"),
            "SignatureDoesNotMatch" when Says(e, "Signature expired") || Says(e, "Signature not yet current") => ClockSkew(),
            "RequestExpired" or "RequestTimeTooSkewed" or "RequestInTheFuture" => ClockSkew(),
            // The message has all that was signed; it helps nobody.
            "SignatureDoesNotMatch" or "IncompleteSignature" or "InvalidSignatureException" => new(
                FailureKind.SignatureRefused,
                $"the aws_secret_access_key does not belong to access key {key}",
                "write both again with aws configure"),
            "ExpiredToken" or "ExpiredTokenException" => new(
                FailureKind.SessionKeys,
                $"AWS takes access key {key} for the key of a session that has ended",
                "use the user's own keys, whose aws_access_key_id begins with AKIA"),
            "RegionDisabledException" or "RegionDisabled" or "OptInRequired" => new(
                FailureKind.RegionDisabled,
                $"STS of region {plan.Key.Region} is switched off for this account",
                "choose another region, or switch it on in the account's settings"),
            "Throttling" or "ThrottlingException" or "RequestLimitExceeded" or "TooManyRequestsException" => new(
                FailureKind.Throttled, "AWS gets too many requests from this account", "try again in a while"),
            "ValidationError" or "ValidationException" or "MalformedInput" or "InvalidParameterValue" => new(
                FailureKind.RequestRefused, $"AWS refused the request: {said}", ValidationHint(plan, said)),
            null or "" when (int)e.StatusCode >= 500 => new(
                FailureKind.BadAnswer,
                $"{NameOf(plan)} answered with status {(int)e.StatusCode}",
                "try again in a while; if it stays so, check the proxy and the endpoint"),
            null or "" => OfSomebodyElse(plan, $" with status {(int)e.StatusCode}"),
            _ => new(FailureKind.BadAnswer, $"AWS answered {e.ErrorCode}: {said}", "try again in a while"),
        };
    }

    private static Refusal OfSomebodyElse(SessionPlan plan, string status) => new(
        FailureKind.BadAnswer,
        $"something that is not STS answered for {NameOf(plan)}{status}",
        "sign in to the network, or check the proxy and the endpoint");

    private static string NameOf(SessionPlan plan) => plan.Key.Endpoint ?? $"STS of region {plan.Key.Region}";

    private static Refusal CodeRefused(long stepsAhead)
    {
        long seconds = Math.Abs(stepsAhead) * MfaCodeRequest.AwsPeriodSeconds;
        string cause = Math.Abs(stepsAhead) > 1
            ? $"the token's clock and this computer's differ by about {seconds} s: hwtoken clock compares the two"
            : "the code was used elsewhere within its 30 s, or the account on the token is another device's";
        return new Refusal(FailureKind.CodeRefused, "AWS refused the MFA code", cause);
    }

    private static Refusal AccessDenied(SessionPlan plan, string said) => new(
        FailureKind.AccessDenied,
        $"AWS denied the session: {said}",
        plan.Key.RoleArn is null
            ? "ask an administrator of the account for the permission"
            : "the role's trust policy must allow the user, with the external_id if it wants one, and the user's policies the role");

    private static Refusal ClockSkew() => new(
        FailureKind.ClockSkew,
        "this computer's clock is more than some minutes off",
        "set it, by its network time service: AWS takes no request of another time");

    private static string ValidationHint(SessionPlan plan, string said) =>
        plan.Key.RoleArn is not null && said.Contains("MaxSessionDuration", StringComparison.Ordinal)
            ? "ask for a shorter duration, or raise the role's maximum session duration"
            : "correct the profile, and try again with the token's next code";

    private sealed record Refusal(FailureKind Kind, string Message, string Hint);

    private static bool Says(AmazonServiceException e, string words) =>
        e.Message.Contains(words, StringComparison.OrdinalIgnoreCase);
}
