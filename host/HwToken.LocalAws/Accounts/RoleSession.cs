using HwToken.Base;

namespace HwToken.LocalAws.Accounts;

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
