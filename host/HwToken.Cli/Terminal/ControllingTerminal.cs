// The terminal that the user sits at, and its mode.
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace HwToken.Cli.Terminal;

/// <summary>
/// The person's own screen and keyboard, whatever stdin, stdout and stderr are connected to: under
/// <c>credential_process</c> the caller keeps all three for itself.
/// </summary>
internal interface ITerminal
{
    /// <summary>Whether keys can be read: the screen can be reached without the keyboard, not the other way round.</summary>
    bool CanRead { get; }

    void Write(string text);

    /// <summary>From here on the terminal does not show by itself what is typed. Before the prompt, which invites to type.</summary>
    void HideKeys();

    /// <summary>Ends <see cref="HideKeys"/>, for a program that takes this process's place and the terminal with it.</summary>
    void ShowKeys();

    /// <summary>The next key, not shown on the screen.</summary>
    /// <exception cref="OperationCanceledException">Ctrl-C, which comes as a signal and not as a key.</exception>
    Task<ConsoleKeyInfo> ReadKeyAsync(CancellationToken cancel);
}

/// <summary>The terminal that the process was started from: <c>/dev/tty</c>, or <c>CONOUT$</c> on Windows.</summary>
internal sealed class ControllingTerminal : ITerminal
{
    /// <summary>Cursor keys and keypad as they are by themselves: .NET switches both before it reads a key.</summary>
    private const string NormalKeys = "\e[?1l\e>";

    private readonly FileStream _screen;
    private TerminalMode? _shown;

    private ControllingTerminal(FileStream screen) => _screen = screen;

    // Keys come through the console's own input, which restores echo and line mode whichever way the process ends.
    public bool CanRead => !Console.IsInputRedirected;

    /// <summary>Null where no person sits: a service, a job of a build server, a program started from a desktop.</summary>
    public static ControllingTerminal? Open()
    {
        try
        {
            string device = OperatingSystem.IsWindows() ? "CONOUT$" : "/dev/tty";
            return new ControllingTerminal(new FileStream(device, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }

    public void Write(string text)
    {
        try
        {
            _screen.Write(Encoding.UTF8.GetBytes(text));
        }
        catch (IOException)
        {
            // The terminal was closed meanwhile; what was to be done is worth doing without its spectator.
        }
    }

    public void HideKeys()
    {
        if (!OperatingSystem.IsWindows())
        {
            _shown ??= TerminalMode.Of(_screen.SafeFileHandle);
        }

        // Whether there is a key is found out in the mode in which keys are read, and that stays until the process ends.
        _ = Console.KeyAvailable;
    }

    public void ShowKeys()
    {
        if (!OperatingSystem.IsWindows() && _shown is not null)
        {
            // A dumb terminal was not switched, and would print this.
            Write(Environment.GetEnvironmentVariable("TERM") is null or "dumb" ? "" : NormalKeys);
            _shown.Restore(_screen.SafeFileHandle);
        }
    }

    // The thread that waits for a key does not keep the process alive.
    public Task<ConsoleKeyInfo> ReadKeyAsync(CancellationToken cancel) =>
        Task.Run(() => Console.ReadKey(intercept: true), CancellationToken.None).WaitAsync(cancel);
}

/// <summary>How a terminal treats what is typed (POSIX.1-2017, termios.h), to be put back.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed unsafe partial class TerminalMode
{
    /// <summary>A struct termios has 60 bytes on Linux and 72 on macOS. What is in it, nobody here needs to know.</summary>
    private const int MaxLength = 256;

    private const int Now = 0; // TCSANOW

    private readonly byte[] _mode = new byte[MaxLength];

    /// <returns>Null if it is no terminal any more.</returns>
    public static TerminalMode? Of(SafeHandle terminal)
    {
        var mode = new TerminalMode();
        fixed (byte* bytes = mode._mode)
        {
            return GetAttributes(terminal, bytes) == 0 ? mode : null;
        }
    }

    public void Restore(SafeHandle terminal)
    {
        fixed (byte* bytes = _mode)
        {
            // Of a terminal that is gone nobody will notice.
            _ = SetAttributes(terminal, Now, bytes);
        }
    }

    [LibraryImport("libc", EntryPoint = "tcgetattr")]
    private static partial int GetAttributes(SafeHandle terminal, byte* mode);

    [LibraryImport("libc", EntryPoint = "tcsetattr")]
    private static partial int SetAttributes(SafeHandle terminal, int when, byte* mode);
}
