namespace HwToken.Aws.Sts;

/// <summary>What has become of the MFA code: every hint about a request to STS ends with one of these.</summary>
internal static class CodeUse
{
    /// <summary>Nothing reached STS.</summary>
    public const string None = "no MFA code was used";

    /// <summary>
    /// It left, so the next try takes the device's next code. AWS may not have taken it from a request that it refused,
    /// but says so nowhere.
    /// </summary>
    public const string Used = "the MFA code counts as used";
}
