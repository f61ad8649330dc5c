namespace HwToken.Aws.Sessions;

public enum SessionSource
{
    Cache,
    Sts,
}

/// <summary>A session, and what its owner should know of it.</summary>
public sealed record SessionResult
{
    /// <summary>What the owner knows the session by: the profile, or the role where there is none.</summary>
    public required string Name { get; init; }

    public required SessionCredentials Credentials { get; init; }

    /// <summary>The region that the request, the environment or the profile names. Null where none does.</summary>
    public string? Region { get; init; }

    public required SessionSource Source { get; init; }

    public IReadOnlyList<SessionWarning> Warnings { get; init; } = [];
}
