namespace HwToken.LocalAws.Sessions;

/// <summary>What temporary credentials stand for; travels in the session token, so that the server keeps nothing.</summary>
/// <param name="SecretAccessKey">40 characters.</param>
/// <param name="Expiration">UTC, whole seconds.</param>
/// <param name="PrincipalArn">The ARN of the user (GetSessionToken) or of the role (AssumeRole).</param>
/// <param name="RoleSessionName">Null for a user's session.</param>
/// <param name="MultiFactorAuthPresent">
/// The user gave an MFA code when the session began. Never so for a role's session: "temporary credentials that are
/// returned by AssumeRole do not include MFA information" (IAM User Guide, "Secure API access with MFA").
/// </param>
internal sealed record Session(
    string SecretAccessKey,
    DateTimeOffset Expiration,
    string PrincipalArn,
    string? RoleSessionName,
    bool MultiFactorAuthPresent)
{
    // A record would print its secret.
    public override string ToString() => $"session of {PrincipalArn} until {Expiration:O}";
}
