namespace HwToken.LocalAws.Accounts;

/// <summary>A role in use, under the name that who assumed it chose.</summary>
internal sealed class RoleSession : Principal
{
    internal RoleSession(Arn role, string name)
        : base(
            role.AccountId,
            new Arn(role.Partition, "sts", "", role.AccountId, $"assumed-role/{RoleName(role)}/{name}").ToString(),
            $"{UniqueId.OfRole(role.ToString())}:{name}")
    {
    }

    // A role's path is no part of the session's ARN (IAM User Guide, "IAM identifiers").
    private static string RoleName(Arn role) => role.Resource[(role.Resource.LastIndexOf('/') + 1)..];
}
