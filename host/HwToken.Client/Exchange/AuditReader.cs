using HwToken.Client.Audit;
using HwToken.Client.Errors;
using HwToken.Core.Audit;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;

namespace HwToken.Client.Exchange;

/// <summary>Puts the pages of an audit log together, and believes none of them unchecked.</summary>
internal sealed class AuditReader(string port)
{
    /// <summary>Far more than any token keeps: one that says more would have this program ask for ever.</summary>
    private const int MostEntries = 4096;

    /// <summary>The log may grow while it is read, if the owner has the token in hand; not again and again.</summary>
    private const int MostRestarts = 3;

    private readonly List<byte> _bytes = [];
    private readonly List<AuditRecord> _records = [];
    private long? _total;
    private long _oldest;
    private byte[] _baseLink = [];
    private int _restarts;

    /// <summary>The entry to ask for.</summary>
    public long Next => _oldest + _records.Count;

    /// <returns>False while there is more to ask for.</returns>
    /// <exception cref="NotATokenException">No log can be so.</exception>
    public bool Add(ReadAuditReply page)
    {
        if (page.Oldest > page.Total || page.Total - page.Oldest > MostEntries)
        {
            throw Nonsense($"its log has entries {page.Oldest} to {page.Total}");
        }

        if (page.Total != _total)
        {
            if (!TryRestart(page))
            {
                return false;
            }
        }
        else if (page.Oldest != _oldest || !page.BaseLink.AsSpan().SequenceEqual(_baseLink))
        {
            throw Nonsense("its log begins differently than a moment ago");
        }

        if (Next + page.Count > page.Total || (page.Count == 0 && Next < page.Total))
        {
            throw Nonsense($"its log counts {page.Total} entries, and lists {Next + page.Count}");
        }

        Append(page);
        return Next == page.Total;
    }

    public AuditTrail ToTrail() => new(_oldest, _baseLink, [.. _bytes], _records);

    /// <returns>Whether the page is the first one of the log as it is now.</returns>
    private bool TryRestart(ReadAuditReply page)
    {
        bool isFirst = _total is null || Next <= page.Oldest;
        if (_total is not null && ++_restarts > MostRestarts)
        {
            throw Nonsense("its log keeps growing while it is read");
        }

        (_total, _oldest, _baseLink) = (page.Total, page.Oldest, [.. page.BaseLink]);
        _records.Clear();
        _bytes.Clear();
        return isFirst;
    }

    private void Append(ReadAuditReply page)
    {
        var reader = new PayloadReader();
        reader.Reset(page.Entries, 0, page.Count * AuditEntry.Length);
        var entry = new AuditEntry();
        for (int i = 0; i < page.Count; i++)
        {
            entry.Read(reader);
            _records.Add(new AuditRecord(Next + 1, Replies.Time(entry.UnixSeconds, port), entry.Event, entry.Detail));
        }

        _bytes.AddRange(page.Entries.AsSpan(0, page.Count * AuditEntry.Length));
    }

    private NotATokenException Nonsense(string what) => new(port, what);
}
