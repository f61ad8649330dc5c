using System.Text;
using HwToken.Base.Files;
using HwToken.Client.Audit;

namespace HwToken.Cli.Audit;

/// <summary>How far each token's log was when this user saw it last. No secret, and nobody else's business.</summary>
/// <remarks>One line a file, <c>HEAD TIME</c>.</remarks>
internal sealed class SeenHeads(PrivateFolder folder)
{
    /// <param name="Head">What the log ended with.</param>
    /// <param name="When">As written, for people.</param>
    internal sealed record Seen(AuditHead Head, string When);

    /// <summary>Null where the log was not seen yet.</summary>
    /// <exception cref="CliException">There is a file, and something else in it: no "not yet".</exception>
    public Seen? Read(string serial)
    {
        try
        {
            if (folder.Read(NameOf(serial)) is not { } bytes)
            {
                return null;
            }

            string[] parts = Encoding.UTF8.GetString(bytes).TrimEnd('\n').Split(' ', 2);
            return parts.Length == 2 && AuditHead.TryParse(parts[0], out AuditHead? head)
                ? new Seen(head, parts[1])
                : throw Unreadable(serial);
        }
        catch (Exception e) when (PrivateFolder.IsFault(e))
        {
            throw Unreadable(serial);
        }
    }

    /// <exception cref="IOException">The disk is full, or <see cref="PrivateFolder.IsFault"/> otherwise.</exception>
    public void Write(string serial, AuditHead head, string when) =>
        folder.Write(NameOf(serial), Encoding.UTF8.GetBytes($"{head} {when}\n"));

    private CliException Unreadable(string serial) => new(
        ExitStatus.Failed,
        $"what was remembered of this token's log cannot be read: {folder.PathOf(NameOf(serial))}",
        "compare the log with the card (--expect), then delete that file");

    private static string NameOf(string serial) => $"audit-{serial}";
}
