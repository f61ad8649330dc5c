// Where records are kept: in a file, and the newest in memory.
using System.Text.Json;

namespace HwToken.LocalAws.Records;

/// <summary>A file with one JSON object per request and line (UTF-8).</summary>
internal sealed class RequestLog : IDisposable
{
    private readonly Lock _gate = new();
    private readonly FileStream _file;

    /// <param name="path">Appended to; made where it does not exist.</param>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be opened.</exception>
    internal RequestLog(string path)
    {
        // Other programs may read the log, and rotate it, while it is open. No buffer: a line is there with its reply.
        _file = new FileStream(
            path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
    }

    /// <exception cref="IOException">The disk is full, or gone.</exception>
    internal void Write(RequestRecord record)
    {
        using MemoryStream line = new();
        using (Utf8JsonWriter json = new(line))
        {
            json.WriteStartObject();
            json.WriteString("time", record.Time.UtcDateTime);
            json.WriteString("requestId", record.RequestId);
            json.WriteString("action", record.Action);
            json.WriteString("accessKeyId", record.AccessKeyId);
            json.WriteString("user", record.User);
            json.WriteString("outcome", record.Outcome);
            json.WriteNumber("status", record.Status);
            json.WriteString("mfaSerial", record.MfaSerial);
            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        lock (_gate)
        {
            _file.Write(line.GetBuffer(), 0, (int)line.Length);
        }
    }

    public void Dispose() => _file.Dispose();
}

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
