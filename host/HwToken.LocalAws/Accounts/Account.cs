// An account: its users and roles, and the keys that they sign with.
using System.Collections.Frozen;
using HwToken.Base;

namespace HwToken.LocalAws.Accounts;

/// <summary>Who and what there is: users, their keys and devices, and roles. Fixed while the server runs.</summary>
internal sealed class Account(IEnumerable<User> users, IEnumerable<LongTermKey> keys, IEnumerable<Role> roles)
{
    private readonly FrozenDictionary<string, User> _users = users.ToFrozenDictionary(user => user.Arn);
    private readonly FrozenDictionary<string, LongTermKey> _keys = keys.ToFrozenDictionary(key => key.Id);
    private readonly FrozenDictionary<string, Role> _roles = roles.ToFrozenDictionary(role => role.Arn);

    internal LongTermKey? FindKey(string id) => _keys.GetValueOrDefault(id);

    internal Role? FindRole(string arn) => _roles.GetValueOrDefault(arn);

    internal User? FindUser(string arn) => _users.GetValueOrDefault(arn);
}

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

/// <summary>An IAM user, or the account's root user.</summary>
internal sealed class User : Principal
{
    private readonly IReadOnlyList<MfaDevice> _devices;

    private User(string accountId, string arn, string userId, bool isRoot, IReadOnlyList<MfaDevice> devices)
        : base(accountId, arn, userId)
    {
        IsRoot = isRoot;
        _devices = devices;
    }

    internal bool IsRoot { get; }

    internal static User Iam(string partition, string accountId, string name, IReadOnlyList<MfaDevice> devices)
    {
        string arn = new Arn(partition, "iam", "", accountId, "user/" + name).ToString();
        return new User(accountId, arn, UniqueId.OfUser(arn), isRoot: false, devices);
    }

    internal static User Root(string partition, string accountId, IReadOnlyList<MfaDevice> devices)
    {
        string arn = new Arn(partition, "iam", "", accountId, "root").ToString();
        return new User(accountId, arn, accountId, isRoot: true, devices);
    }

    internal override MfaDevice? FindDevice(string serialNumber) =>
        _devices.FirstOrDefault(device => device.SerialNumber == serialNumber);
}

/// <summary>An access key of a user, as it stands in the configuration.</summary>
/// <param name="secret">The secret access key's characters, in ASCII.</param>
internal sealed class LongTermKey(string id, byte[] secret, User owner)
{
    internal string Id { get; } = id;

    internal ReadOnlySpan<byte> Secret => secret;

    internal User Owner { get; } = owner;
}

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

/// <summary>A role in use, under the name that who assumed it chose.</summary>
internal sealed class RoleSession : Principal
{
    // A role's path is no part of the session's ARN (IAM User Guide, "IAM identifiers").
    internal RoleSession(Arn role, string name)
        : base(
            role.AccountId,
            new Arn(role.Partition, "sts", "", role.AccountId, $"assumed-role/{role.Name}/{name}").ToString(),
            $"{UniqueId.OfRole(role.ToString())}:{name}")
    {
    }
}
