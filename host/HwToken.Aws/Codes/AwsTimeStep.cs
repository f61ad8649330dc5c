namespace HwToken.Aws.Codes;

/// <summary>The time steps of AWS's MFA devices (RFC 6238, section 4.2, with X = 30 s and T0 = 0).</summary>
internal static class AwsTimeStep
{
    public static long Now(TimeProvider time) => time.GetUtcNow().ToUnixTimeSeconds() / MfaCodeRequest.AwsPeriodSeconds;

    /// <summary>
    /// Whether a token's clock and this computer's agree about a code that has just been given. One step apart is what
    /// a second before the end of a step, or a slow network, makes.
    /// </summary>
    public static bool IsNear(long timeStep, TimeProvider time) => Math.Abs(timeStep - Now(time)) <= 1;
}
