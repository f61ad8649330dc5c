using System.ComponentModel;
using System.Diagnostics;

namespace HwToken.Cli.Terminal;

/// <summary>Tells a person who has no terminal in front of them that the token waits for their finger.</summary>
internal interface INotifier
{
    /// <summary>Best effort: returns at once, and never fails.</summary>
    void Notify(string title, string text);
}

/// <summary>The desktop's own notifications: <c>notify-send</c> (freedesktop.org), or <c>osascript</c> on macOS.</summary>
internal sealed class DesktopNotifier(IReadOnlyDictionary<string, string> environment) : INotifier
{
    public void Notify(string title, string text)
    {
        if (Command(title, text) is ProcessStartInfo start)
        {
            Start(start);
        }
    }

    internal static void Start(ProcessStartInfo start)
    {
        try
        {
            // Its streams must not be ours: the caller reads our stdout until it is closed.
            start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
            Process.Start(start)?.Dispose();
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            // Not installed: the token's own screen asks all the same.
        }
    }

    /// <summary>Null where there is no desktop to show it on.</summary>
    internal ProcessStartInfo? Command(string title, string text)
    {
        if (OperatingSystem.IsMacOS())
        {
            // The texts go in as the script's arguments, so that no quote in them can become script.
            return new ProcessStartInfo("osascript", [
                "-e", "on run argv", "-e", "display notification (item 2 of argv) with title (item 1 of argv)", "-e", "end run",
                title, text,
            ]);
        }

        bool hasDisplay = environment.ContainsKey("DISPLAY") || environment.ContainsKey("WAYLAND_DISPLAY");
        return OperatingSystem.IsLinux() && hasDisplay
            ? new ProcessStartInfo("notify-send", ["--app-name=hwtoken", "--", title, text])
            : null;
    }
}
