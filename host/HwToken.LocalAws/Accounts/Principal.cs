namespace HwToken.LocalAws.Accounts;

/// <summary>Somebody who can sign a request: a user, or a session of a role.</summary>
internal abstract class Principal(string accountId, string arn, string userId)
{
    internal string AccountId { get; } = accountId;

    internal string Arn { get; } = arn;

    /// <summary>What GetCallerIdentity calls UserId: AIDA..., AROA...:session, or the account's number for root.</summary>
    internal string UserId { get; } = userId;

    /// <summary>The MFA device of this principal with that serial number, if there is one.</summary>
    internal virtual MfaDevice? FindDevice(string serialNumber) => null;
}
