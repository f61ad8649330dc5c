// Why there is no session, or no code.
namespace HwToken.Aws.Model;

/// <summary>What went wrong on the way to a session, in the terms that decide how a program ends.</summary>
public enum FailureKind
{
    /// <summary>A config or credentials file is there and cannot be read.</summary>
    ConfigUnreadable,

    ProfileMissing,

    /// <summary>Neither the profile nor its source_profile has both parts of a long-term key.</summary>
    KeysMissing,

    /// <summary>The keys are a session's: STS takes none where an MFA code is given.</summary>
    SessionKeys,

    /// <summary>Keys stand under a profile that has credential_process, so callers never run the process.</summary>
    KeysBesideProcess,

    SourceProfileLoop,

    /// <summary>The source_profile assumes a role itself.</summary>
    RoleChain,

    MfaSerialMissing,

    MalformedArn,

    MalformedRegion,

    MalformedEndpoint,

    /// <summary>A variable that names a proxy does not hold the address of one.</summary>
    MalformedProxy,

    DurationOutOfRange,

    /// <summary>role_session_name has characters or a length that STS takes from nobody.</summary>
    MalformedSessionName,

    CaBundleUnreadable,

    /// <summary>No token, or none that can be told from the others.</summary>
    TokenMissing,

    /// <summary>The owner declined, nobody pressed the button, or the token's state forbids a code.</summary>
    TokenRefused,

    /// <summary>Anything else between this computer and the token.</summary>
    TokenFailed,

    /// <summary>Another process has been at it for longer than anybody should wait.</summary>
    WaitedTooLong,

    /// <summary>Nothing reached STS: an MFA code that there was already may still be used.</summary>
    Unreachable,

    /// <summary>The request left and no answer came: the MFA code counts as spent.</summary>
    AnswerLost,

    /// <summary>STS refused the MFA code, and the next one too unless the clocks differ.</summary>
    CodeRefused,

    /// <summary>STS knows no such MFA device of this user.</summary>
    SerialRefused,

    AccessDenied,

    /// <summary>STS does not know the access key.</summary>
    KeyUnknown,

    /// <summary>The secret access key is not the one that belongs to the access key.</summary>
    SignatureRefused,

    /// <summary>This computer's clock is too far from AWS's.</summary>
    ClockSkew,

    /// <summary>The region's STS is switched off for the account.</summary>
    RegionDisabled,

    /// <summary>STS takes a request of this form from nobody.</summary>
    RequestRefused,

    Throttled,

    /// <summary>An answer that is neither a session nor a refusal: AWS has a fault, or somebody answers in its place.</summary>
    BadAnswer,
}

/// <summary>No session, and why.</summary>
/// <param name="message">What went wrong: lower case, no full stop, nothing secret.</param>
/// <param name="hint">What to do about it: likewise.</param>
public sealed class AwsException(FailureKind kind, string message, string hint) : Exception(message)
{
    public FailureKind Kind { get; } = kind;

    public string Hint { get; } = hint;
}
