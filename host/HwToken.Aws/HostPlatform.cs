namespace HwToken.Aws;

/// <summary>Operating systems by where they keep a user's files.</summary>
public enum HostPlatform
{
    /// <summary>Linux and everything else that follows the XDG base directory specification.</summary>
    Xdg,
    MacOS,
    Windows,
}
