using System.Collections.Concurrent;
using System.Threading.Channels;
using HwToken.Aws.Model;

namespace HwToken.Aws.Tests.Support;

/// <summary>What was reported, and a way to wait for it.</summary>
internal sealed class ProgressLog : IProgress<SessionProgress>
{
    private readonly ConcurrentQueue<SessionProgress> _reports = new();
    private readonly Channel<SessionProgress> _signal = Channel.CreateUnbounded<SessionProgress>();

    public IReadOnlyList<SessionProgress> Reports => [.. _reports];

    public void Report(SessionProgress value)
    {
        _reports.Enqueue(value);
        _signal.Writer.TryWrite(value);
    }

    /// <summary>Until so many reports of this kind are there; a test that waits in vain fails after a while.</summary>
    public async Task WaitForAsync(SessionProgress kind, int count = 1)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (_reports.Count(r => r == kind) < count)
        {
            await _signal.Reader.ReadAsync(limit.Token);
        }
    }
}
