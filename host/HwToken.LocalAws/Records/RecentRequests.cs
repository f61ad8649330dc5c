namespace HwToken.LocalAws.Records;

/// <summary>The newest records, oldest first; older ones are forgotten.</summary>
internal sealed class RecentRequests
{
    internal const int Capacity = 1024;

    private readonly Lock _gate = new();
    private readonly Queue<RequestRecord> _records = new();

    internal void Add(RequestRecord record)
    {
        lock (_gate)
        {
            if (_records.Count == Capacity)
            {
                _records.Dequeue();
            }

            _records.Enqueue(record);
        }
    }

    internal IReadOnlyList<RequestRecord> Snapshot()
    {
        lock (_gate)
        {
            return [.. _records];
        }
    }
}
