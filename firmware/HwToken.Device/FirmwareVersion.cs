namespace HwToken.Device;

/// <summary>The version that <c>Info</c> tells, after semver.org.</summary>
public static class FirmwareVersion
{
    public const int Major = 0;
    public const int Minor = 1;
    public const int Patch = 0;
}
