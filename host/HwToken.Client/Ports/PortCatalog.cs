namespace HwToken.Client.Ports;

/// <summary>The catalogue of this computer's ports.</summary>
public static class PortCatalog
{
    public static IPortCatalog System { get; } =
        OperatingSystem.IsWindows() ? new WindowsPortCatalog()
        : OperatingSystem.IsMacOS() ? new MacPortCatalog("/dev")
        : new LinuxPortCatalog("/sys", "/dev");
}
