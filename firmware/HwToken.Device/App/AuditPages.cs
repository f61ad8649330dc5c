using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Vault;

namespace HwToken.Device.App;

/// <summary>The audit log, as many entries at a time as a frame takes. There is nothing secret in it.</summary>
internal sealed class AuditPages
{
    private readonly AuditLog _log;
    private readonly ReadAuditReply _reply = new ReadAuditReply();
    private readonly PayloadWriter _writer;

    public AuditPages(AuditLog log)
    {
        _log = log;
        _writer = new PayloadWriter(_reply.Entries);
    }

    /// <summary>To be read from the frame before <see cref="Fill"/>.</summary>
    public ReadAuditRequest Request { get; } = new ReadAuditRequest();

    public ReadAuditReply Fill()
    {
        long oldest = _log.Total - _log.Count;
        long start = Request.Start > oldest ? Request.Start : oldest;
        long left = _log.Total - start;
        if (left < 0)
        {
            left = 0;
        }

        _reply.Total = _log.Total;
        _reply.Oldest = oldest;
        System.Array.Copy(_log.BaseLink, _reply.BaseLink, _reply.BaseLink.Length);
        _reply.Count = left < ReadAuditReply.MaxEntries ? (int)left : ReadAuditReply.MaxEntries;
        _writer.Position = 0;
        if (_reply.Count > 0)
        {
            _log.WriteEntries(_writer, (int)(start - oldest), _reply.Count);
        }

        return _reply;
    }
}
