// Notifications on the desktop, for runs without a terminal.
using System.ComponentModel;
using System.Diagnostics;
using HwToken.Base;

namespace HwToken.Cli.Terminal;

/// <summary>Tells a person who has no terminal in front of them that the token waits for their finger.</summary>
internal interface INotifier
{
    /// <summary>Best effort: returns at once, and never fails.</summary>
    void Notify(string title, string text);
}

/// <summary>
/// The desktop's own notifications: <c>notify-send</c> (freedesktop.org), <c>osascript</c> on macOS, a toast by Windows
/// PowerShell, which every Windows has.
/// </summary>
internal sealed class DesktopNotifier(IReadOnlyDictionary<string, string> environment, HostPlatform platform) : INotifier
{
    private const string TitleVariable = "HWTOKEN_NOTE_TITLE";
    private const string TextVariable = "HWTOKEN_NOTE_TEXT";

    // Windows.UI.Notifications. A toast needs the name of an installed program; PowerShell's own is on every Windows.
    private const string Toast =
        $$"""
        $m = [Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
        $x = $m::GetTemplateContent([Windows.UI.Notifications.ToastTemplateType, Windows.UI.Notifications, ContentType = WindowsRuntime]::ToastText02)
        $t = $x.GetElementsByTagName('text')
        [void]$t.Item(0).AppendChild($x.CreateTextNode($Env:{{TitleVariable}}))
        [void]$t.Item(1).AppendChild($x.CreateTextNode($Env:{{TextVariable}}))
        $a = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\WindowsPowerShell\v1.0\powershell.exe'
        $m::CreateToastNotifier($a).Show([Windows.UI.Notifications.ToastNotification, Windows.UI.Notifications, ContentType = WindowsRuntime]::new($x))
        """;

    public DesktopNotifier(IReadOnlyDictionary<string, string> environment)
        : this(environment, HostEnvironment.Of(environment).Platform)
    {
    }

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
    internal ProcessStartInfo? Command(string title, string text) => platform switch
    {
        // The texts go in as the script's arguments, so that no quote in them can become script.
        HostPlatform.MacOS => new("osascript", [
            "-e", "on run argv", "-e", "display notification (item 2 of argv) with title (item 1 of argv)", "-e", "end run",
            title, text,
        ]),
        HostPlatform.Windows => ToastCommand(title, text),
        _ => environment.ContainsKey("DISPLAY") || environment.ContainsKey("WAYLAND_DISPLAY")
            ? new("notify-send", ["--app-name=hwtoken", "--", title, text])
            : null,
    };

    private ProcessStartInfo ToastCommand(string title, string text)
    {
        // By its path: a powershell.exe in the current folder is not to be run.
        string system = environment.GetValueOrDefault("SystemRoot") is { Length: > 0 } root ? root : @"C:\Windows";
        var start = new ProcessStartInfo(
            system + @"\System32\WindowsPowerShell\v1.0\powershell.exe",
            ["-NoLogo", "-NoProfile", "-NonInteractive", "-WindowStyle", "Hidden", "-Command", Toast])
        {
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        // The texts go in as variables, so that nothing in them can become script or XML.
        start.Environment[TitleVariable] = title;
        start.Environment[TextVariable] = text;
        return start;
    }
}
