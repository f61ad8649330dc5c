using System.Collections.Frozen;

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
