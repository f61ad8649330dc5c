// Which session somebody wants, and what the request waits for.


namespace HwToken.Aws.Model;

/// <summary>Which session somebody wants. What is null comes from the profile or the environment.</summary>
public sealed record SessionRequest
{
    /// <summary>
    /// Null: AWS_PROFILE, or the default profile; but no profile at all where <see cref="SourceProfile"/> is given, so
    /// that the caller's environment adds nothing to a credential_process line that says everything itself.
    /// </summary>
    public string? Profile { get; init; }

    /// <summary>The profile whose credential_process line the request is. Of its own keys only ca_bundle counts.</summary>
    public string? CallersProfile { get; init; }

    /// <summary>The profile that has the long-term keys.</summary>
    public string? SourceProfile { get; init; }

    /// <summary>ARN of the MFA device.</summary>
    public string? MfaSerial { get; init; }

    /// <summary>A role to assume; without one, here and in the profile, the session is the user's own.</summary>
    public string? RoleArn { get; init; }

    /// <summary>Whole seconds: 15 minutes to 36 hours, to 12 hours for a role.</summary>
    public TimeSpan? Duration { get; init; }

    public string? Region { get; init; }

    /// <summary>URL of an STS that is not AWS's own.</summary>
    public string? EndpointUrl { get; init; }

    /// <summary>A new session, even if a cached one would do.</summary>
    public bool Renew { get; init; }
}

/// <summary>What a request for a session waits for, in the order in which it may happen.</summary>
public enum SessionProgress
{
    /// <summary>Another process fetches the same session.</summary>
    WaitingForSession,

    /// <summary>Likewise, and another process that waits has been the first to say so: one notification is enough.</summary>
    WaitingForSessionToo,

    /// <summary>Another process uses a code of the same device.</summary>
    WaitingForDevice,

    /// <summary>Likewise, and another process that waits has been the first to say so.</summary>
    WaitingForDeviceToo,

    /// <summary>The owner is asked, and gets the next code, because the present one is spent: up to 30 s later.</summary>
    AskingForNextCode,

    /// <summary>The owner is asked for a press.</summary>
    AskingForCode,

    CallingSts,

    /// <summary>
    /// AWS has refused the code, perhaps because another user, or another cache folder, has used it: the owner is asked
    /// for the next one. At most once, and <see cref="CallingSts"/> comes after it again.
    /// </summary>
    AskingAfterRefusal,
}
