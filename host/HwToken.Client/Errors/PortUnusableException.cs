namespace HwToken.Client.Errors;

/// <summary>The port is there, and this user or this system cannot open it.</summary>
public sealed class PortUnusableException : TokenClientException
{
    private PortUnusableException(string message, string hint, Exception inner)
        : base(TokenFailure.Failed, message, hint, inner)
    {
    }

    internal static PortUnusableException NotPermitted(string port, Exception inner) => new(
        $"no permission to open {port}",
        OperatingSystem.IsLinux()
            ? $"add yourself to the group that owns it (ls -lL {port} names it, often dialout) and sign in again"
            : "ask whoever administers this computer for access to it",
        inner);

    /// <summary>On Unix the serial library has a native half of its own, a file beside the program.</summary>
    internal static PortUnusableException LibraryMissing(Exception inner) => new(
        "cannot use serial ports: libSystem.IO.Ports.Native is missing",
        "keep it in the folder of the program, where the build has put it",
        inner);

    internal static PortUnusableException Failed(string port, string reason, Exception inner) => new(
        $"cannot open {port}: {reason}",
        "unplug the token, plug it in again and retry",
        inner);
}
