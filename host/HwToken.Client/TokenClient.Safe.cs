using HwToken.Client.Audit;
using HwToken.Client.Exchange;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;

namespace HwToken.Client;

/// <summary>What concerns a token that lies in a safe.</summary>
public sealed partial class TokenClient
{
    /// <summary>Seals the token, after the owner has held its button. Only the button opens it again.</summary>
    /// <param name="number">On the seal, bag or envelope.</param>
    public async Task<TokenSeal> SealAsync(
        uint number, IProgress<TokenWait>? progress = null, CancellationToken cancellationToken = default)
    {
        var request = new SealRequest { Number = number };
        var reply = new SealState();
        await AskOwnerAsync(Command.Seal, request, reply, "the seal", progress, cancellationToken)
            .ConfigureAwait(false);
        return Replies.Read(reply, Port);
    }

    /// <summary>The audit log, all that the token still has of it.</summary>
    public async Task<AuditTrail> ReadAuditAsync(CancellationToken cancellationToken = default)
    {
        var reader = new AuditReader(Port);
        var page = new ReadAuditReply();
        do
        {
            var request = new ReadAuditRequest { Start = reader.Next };
            await _line.AskAsync(new Request(Command.ReadAudit, request, page, "its log"), cancellationToken)
                .ConfigureAwait(false);
        }
        while (!reader.Add(page));

        return reader.ToTrail();
    }

    /// <summary>Has the token check itself, after a press. No code leaves it, and a seal stays whole.</summary>
    public async Task<DrillResult> DrillAsync(
        bool isToBeRecorded = true, IProgress<TokenWait>? progress = null, CancellationToken cancellationToken = default)
    {
        var request = new DrillRequest
        {
            UnixSeconds = isToBeRecorded ? _time.GetUtcNow().ToUnixTimeSeconds() : DrillRequest.NotToBeRecorded,
        };
        var reply = new DrillReply();
        await AskOwnerAsync(Command.Drill, request, reply, "the drill", progress, cancellationToken)
            .ConfigureAwait(false);
        return Replies.Read(reply, Port, _time.GetUtcNow());
    }
}
