using System.Text;

namespace HwToken.Cli.Terminal;

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
