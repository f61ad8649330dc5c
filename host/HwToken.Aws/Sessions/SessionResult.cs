namespace HwToken.Aws.Sessions;

public enum SessionSource
{
    Cache,
    Sts,
}

/// <summary>A session, and what its owner should know of it.</summary>
public sealed record SessionResult
{
    public required SessionCredentials Credentials { get; init; }

    /// <summary>The region that the request, the environment or the profile names. Null where none does.</summary>
    public string? Region { get; init; }

    public required SessionSource Source { get; init; }

    public IReadOnlyList<SessionWarning> Warnings { get; init; } = [];
}
