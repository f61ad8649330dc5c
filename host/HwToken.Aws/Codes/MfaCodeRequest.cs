namespace HwToken.Aws.Codes;

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
