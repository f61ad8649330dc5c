// The configuration, as a program builds it and as JSON has it.

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

/// <summary>What the root user has, and every IAM user too.</summary>
public class RootConfig
{
    public IReadOnlyList<AccessKeyConfig> AccessKeys { get; init; } = [];

    /// <summary>At most 8.</summary>
    public IReadOnlyList<MfaDeviceConfig> MfaDevices { get; init; } = [];
}

/// <summary>An IAM user.</summary>
public sealed class UserConfig : RootConfig
{
    /// <summary>1 to 64 of letters, digits and +=,.@_-.</summary>
    public string Name { get; init; } = "";
}

/// <summary>A long-term access key.</summary>
public sealed class AccessKeyConfig
{
    /// <summary>AKIA..., 16 to 128 of upper-case letters and digits.</summary>
    public string Id { get; init; } = "";

    /// <summary>Printable ASCII; AWS's have 40 characters.</summary>
    public string Secret { get; init; } = "";
}

/// <summary>A virtual MFA device: six digits, 30 seconds, SHA-1, as AWS has them.</summary>
public sealed class MfaDeviceConfig
{
    /// <summary>The device's ARN: arn:aws:iam::ACCOUNT:mfa/NAME.</summary>
    public string SerialNumber { get; init; } = "";

    /// <summary>The key in base32, 1 to 128 bytes; AWS's are 40 bytes, which are 64 characters.</summary>
    public string Base32Seed { get; init; } = "";
}

/// <summary>A role that every user may assume.</summary>
public sealed class RoleConfig
{
    /// <summary>IAM's own default, 1 hour.</summary>
    internal const int DefaultMaxSessionDuration = 3600;

    /// <summary>arn:aws:iam::ACCOUNT:role/NAME, of any account.</summary>
    public string Arn { get; init; } = "";

    /// <summary>Seconds, 3600 to 43200.</summary>
    public int MaxSessionDuration { get; init; } = DefaultMaxSessionDuration;

    /// <summary>If there is one, callers must name it.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Only for callers who give an MFA code, now or when their own session began.</summary>
    public bool RequireMfa { get; init; }
}
