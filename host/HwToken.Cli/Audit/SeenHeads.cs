using System.Text;
using HwToken.Client.Audit;

namespace HwToken.Cli.Audit;

/// <summary>How far each token's log was when this user saw it last. No secret, and nobody else's business.</summary>
/// <remarks>
/// One line a file, <c>HEAD TIME</c>, mode 0600 in folders of mode 0700. A write leaves the old line or the new one.
/// </remarks>
internal sealed class SeenHeads(string folder)
{
    private const int MaxLength = 200;
    private const UnixFileMode PrivateFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <param name="Head">What the log ended with.</param>
    /// <param name="When">As written, for people.</param>
    internal sealed record Seen(AuditHead Head, string When);

    /// <summary>Null where the log was not seen yet.</summary>
    /// <exception cref="CliException">There is a file, and something else in it: no "not yet".</exception>
    public Seen? Read(string serial)
    {
        string path = PathOf(serial);
        if (!File.Exists(path))
        {
            return null;
        }

        using FileStream file = File.OpenRead(path);
        byte[] bytes = new byte[MaxLength];
        string text = Encoding.UTF8.GetString(bytes, 0, file.ReadAtLeast(bytes, MaxLength, throwOnEndOfStream: false));
        string[] parts = text.TrimEnd('\n').Split(' ', 2);
        return parts.Length == 2 && AuditHead.TryParse(parts[0], out AuditHead? head)
            ? new Seen(head, parts[1])
            : throw new CliException(
                ExitStatus.Failed,
                $"what was remembered of this token's log cannot be read: {path}",
                "compare the log with the card (--expect), then delete that file");
    }

    /// <exception cref="IOException">The disk is full, or the like.</exception>
    public void Write(string serial, AuditHead head, string when)
    {
        Make();
        string temporary = PathOf(serial) + ".tmp";
        File.Delete(temporary);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = PrivateFile;
        }

        using (var file = new FileStream(temporary, options))
        {
            file.Write(Encoding.UTF8.GetBytes($"{head} {when}\n"));
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, PathOf(serial), overwrite: true);
    }

    private string PathOf(string serial) => Path.Combine(folder, $"audit-{serial}");

    private void Make()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, PrivateFile | UnixFileMode.UserExecute);
        }
    }
}
