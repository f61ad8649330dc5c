using HwToken.Base;

namespace HwToken.LocalAws.Accounts;

/// <summary>A role that may be assumed, and on what conditions.</summary>
/// <param name="maxSessionDuration">Seconds, 3600 to 43200.</param>
/// <param name="externalId">What the caller must name, or null.</param>
/// <param name="requireMfa">As a trust policy whose condition is aws:MultiFactorAuthPresent.</param>
internal sealed class Role(Arn arn, int maxSessionDuration, string? externalId, bool requireMfa)
{
    internal string Arn { get; } = arn.ToString();

    internal int MaxSessionDuration { get; } = maxSessionDuration;

    internal string? ExternalId { get; } = externalId;

    internal bool RequireMfa { get; } = requireMfa;

    internal RoleSession OpenSession(string name) => new(arn, name);
}
