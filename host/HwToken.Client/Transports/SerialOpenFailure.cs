using HwToken.Client.Errors;

namespace HwToken.Client.Transports;

/// <summary>Why a serial port does not open, told from what System.IO.Ports throws.</summary>
internal static class SerialOpenFailure
{
    // errno(3): these are the same on Linux and macOS. System.IO.Ports throws UnauthorizedAccessException for all of
    // them, and keeps the number in an inner IOException.
    private const int NotPermitted = 1;
    private const int NoSuchFile = 2;
    private const int NoSuchAddress = 6;
    private const int AccessDenied = 13;
    private const int Busy = 16;
    private const int NoSuchDevice = 19;
    private const int IsDirectory = 21;
    private const int NotATerminal = 25;

    /// <summary>The first failure of a process may carry a number that is none of the system call's: ask again.</summary>
    public static bool IsUnclear(Exception exception) =>
        exception is UnauthorizedAccessException && Number(exception) is not (null or
            NotPermitted or NoSuchFile or NoSuchAddress or AccessDenied or Busy or NoSuchDevice or IsDirectory or NotATerminal);

    public static TokenClientException Of(PortAddress address, Exception exception) => (exception, Number(exception)) switch
    {
        // Windows opens no port twice, and calls that a lack of rights.
        (UnauthorizedAccessException, null) or (_, Busy) => PortBusyException.ByAnotherProgram(address.Text, exception),
        (FileNotFoundException, _) or (_, NoSuchFile or NoSuchAddress or NoSuchDevice) => NoSuchPort(address, exception),
        (ArgumentException, _) or (_, NotATerminal or IsDirectory) =>
            new NotATokenException(address.Text, "it is no serial port", exception),
        (DllNotFoundException, _) => PortUnusableException.LibraryMissing(exception),
        (_, AccessDenied or NotPermitted) => PortUnusableException.NotPermitted(address.Text, exception),
        _ => PortUnusableException.Failed(address.Text, (exception.InnerException ?? exception).Message, exception),
    };

    public static NoTokenException NoSuchPort(PortAddress address, Exception? inner) => new(
        $"there is no port {address.Text}",
        "plug the token in, or see the tokens with: hwtoken list",
        inner);

    private static int? Number(Exception exception) => (exception.InnerException as IOException)?.HResult;
}
