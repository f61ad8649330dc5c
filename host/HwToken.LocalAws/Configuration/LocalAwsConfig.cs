namespace HwToken.LocalAws.Configuration;

/// <summary>One account: who may sign requests, with which MFA devices, and which roles there are.</summary>
/// <remarks>For made-up keys only: what stands here is stored and passed around in the clear.</remarks>
public sealed class LocalAwsConfig
{
    /// <summary>12 digits.</summary>
    public string Account { get; init; } = "";

    /// <summary>The root user, if it is to have keys.</summary>
    public RootConfig? Root { get; init; }

    public IReadOnlyList<UserConfig> Users { get; init; } = [];

    public IReadOnlyList<RoleConfig> Roles { get; init; } = [];
}
