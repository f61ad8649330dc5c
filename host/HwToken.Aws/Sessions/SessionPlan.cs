using HwToken.Aws.Profiles;
using HwToken.Aws.Sts;

namespace HwToken.Aws.Sessions;

/// <summary>A request with everything filled in from profiles and environment: enough to find the session or to fetch it.</summary>
internal sealed record SessionPlan
{
    /// <summary>What the owner knows the session by: the profile, or the role where there is none.</summary>
    public required string Name { get; init; }

    public required LongTermKey LongTermKey { get; init; }

    public required SessionKey Key { get; init; }

    /// <summary>The region that the session's users are told of. Null where nobody named one.</summary>
    public string? Region { get; init; }

    /// <summary>The authorities to trust in place of the system's. Null: the system's.</summary>
    public CaBundle? CaBundle { get; init; }

    /// <summary>Null: no proxy, whatever the environment says.</summary>
    public EnvironmentProxy? Proxy { get; init; }
}
