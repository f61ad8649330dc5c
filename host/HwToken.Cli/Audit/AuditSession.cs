using HwToken.Base;
using HwToken.Base.Files;
using HwToken.Cli.Output;
using HwToken.Client;
using HwToken.Client.Audit;

namespace HwToken.Cli.Audit;

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
