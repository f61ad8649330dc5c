namespace HwToken.LocalAws.Configuration;

/// <summary>What the root user has, and every IAM user too.</summary>
public class RootConfig
{
    public IReadOnlyList<AccessKeyConfig> AccessKeys { get; init; } = [];

    /// <summary>At most 8.</summary>
    public IReadOnlyList<MfaDeviceConfig> MfaDevices { get; init; } = [];
}
