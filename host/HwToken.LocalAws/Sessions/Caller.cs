using HwToken.LocalAws.Accounts;

namespace HwToken.LocalAws.Sessions;

/// <summary>Who signed a request, and with what kind of credentials.</summary>
/// <param name="IsSession">With temporary credentials.</param>
/// <param name="MultiFactorAuthPresent">Of temporary credentials: an MFA code was given when the session began.</param>
internal sealed record Caller(Principal Principal, bool IsSession, bool MultiFactorAuthPresent);
