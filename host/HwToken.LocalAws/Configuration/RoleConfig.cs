namespace HwToken.LocalAws.Configuration;

/// <summary>A role that every user may assume.</summary>
public sealed class RoleConfig
{
    /// <summary>IAM's own default, 1 hour.</summary>
    internal const int DefaultMaxSessionDuration = 3600;

    /// <summary>arn:aws:iam::ACCOUNT:role/NAME, of any account.</summary>
    public string Arn { get; init; } = "";

    /// <summary>Seconds, 3600 to 43200.</summary>
    public int MaxSessionDuration { get; init; } = DefaultMaxSessionDuration;

    /// <summary>If there is one, callers must name it.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Only for callers who give an MFA code, now or when their own session began.</summary>
    public bool RequireMfa { get; init; }
}
