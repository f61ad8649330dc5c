namespace HwToken.Aws.Codes;

/// <summary>The time steps of AWS's MFA devices (RFC 6238, section 4.2, with X = 30 s and T0 = 0).</summary>
internal static class AwsTimeStep
{
    public static long Now(TimeProvider time) => time.GetUtcNow().ToUnixTimeSeconds() / MfaCodeRequest.AwsPeriodSeconds;
}
