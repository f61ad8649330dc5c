// Reads a token's log and compares it with what this computer saw of it before.
using System.Text;
using HwToken.Base;
using HwToken.Base.Files;
using HwToken.Cli.Errors;
using HwToken.Cli.Output;
using HwToken.Cli.Running;
using HwToken.Client;
using HwToken.Client.Audit;
using HwToken.Paper.Audit;

namespace HwToken.Cli.Safe;

/// <summary>Reads a token's log, checks it against what was seen before, and remembers it if nothing was wrong.</summary>
internal sealed class AuditSession(CliContext context)
{
    private readonly SeenHeads _seen = new(new PrivateFolder(HostEnvironment.Of(context.Host.Environment).StateFolder));

    internal sealed record Result(string Serial, AuditTrail Trail, IReadOnlyList<AuditFinding> Findings)
    {
        public IEnumerable<AuditFinding> Complaints => Findings.Where(finding => !finding.IsGood);
    }

    /// <param name="card">What stands on the card; null where nobody looked.</param>
    public async Task<Result> ReadAsync(TokenClient token, AuditHead? card, CancellationToken cancel)
    {
        AuditTrail trail = await token.ReadAuditAsync(cancel);
        var result = new Result(token.Serial, trail, AuditCheck.Run(trail, _seen.Read(token.Serial), card));
        if (!result.Complaints.Any())
        {
            Remember(result);
        }

        return result;
    }

    private void Remember(Result result)
    {
        try
        {
            _seen.Write(result.Serial, result.Trail.Head, UtcText.Readable(context.Host.Time.GetUtcNow()));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            context.Messages.Note($"the log cannot be remembered on this computer: {Failure.AsClause(e.Message)}");
        }
    }
}

/// <summary>How far each token's log was when this user saw it last. No secret, and nobody else's business.</summary>
/// <remarks>One line a file, <c>HEAD TIME</c>.</remarks>
internal sealed class SeenHeads(PrivateFolder folder)
{
    /// <summary>Null where the log was not seen yet.</summary>
    /// <exception cref="CliException">There is a file, and something else in it: no "not yet".</exception>
    public SeenHead? Read(string serial)
    {
        try
        {
            if (folder.Read(NameOf(serial)) is not { } bytes)
            {
                return null;
            }

            string[] parts = Encoding.UTF8.GetString(bytes).TrimEnd('\n').Split(' ', 2);
            return parts.Length == 2 && AuditHead.TryParse(parts[0], out AuditHead? head)
                ? new SeenHead(head, Printable.Of(parts[1]))
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
