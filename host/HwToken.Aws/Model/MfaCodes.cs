// MFA codes of AWS's devices: asking for one, and what comes back.
using HwToken.Base;

namespace HwToken.Aws.Model;

/// <summary>Where MFA codes come from: a token, however it is reached.</summary>
public interface ICodeSource
{
    /// <summary>Asks the owner for a code. Called only when one is about to be used.</summary>
    /// <exception cref="AwsException">
    /// No code, by one of the kinds that begin with Token. Every process that waits for the same session is told the
    /// same, instead of asking the owner again.
    /// </exception>
    Task<MfaCode> GetCodeAsync(MfaCodeRequest request, CancellationToken cancellation);
}

/// <summary>Which code is needed, and what for.</summary>
public sealed record MfaCodeRequest
{
    /// <summary>AWS's time step: 30 s from the Unix epoch on.</summary>
    public const int AwsPeriodSeconds = 30;

    /// <summary>ARN of the MFA device; the name of the account on the token.</summary>
    public required string MfaSerial { get; init; }

    /// <summary>Short text for the token's screen, "aws: prod-admin"; longer than a screen if the profile's name is.</summary>
    public required string Reason { get; init; }

    /// <summary>
    /// Time steps up to and including this one are spent: the code must be of a later one, and the token waits for it
    /// after its owner's one press. Null where none is known to be spent.
    /// </summary>
    public long? AfterTimeStep { get; init; }

    /// <summary>AWS has refused the code before this one, and the owner should hear why another press is needed.</summary>
    public bool FollowsRefusal { get; init; }

    public int PeriodSeconds { get; init; } = AwsPeriodSeconds;
}

/// <summary>A code that is its holder's alone, and what they should know of it.</summary>
public sealed record CodeResult(MfaCode Code, IReadOnlyList<SessionWarning> Warnings);

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
