using HwToken.Client.Model;
using HwToken.Core.Protocol;
using HwToken.TestKit.Desktop;
using Microsoft.Extensions.Time.Testing;

namespace HwToken.Client.Tests.Peers;

/// <summary>A client, a line without a wire, and a token that says what it is told to.</summary>
internal sealed class Bench
{
    public static readonly DateTimeOffset Start = new(2027, 1, 15, 8, 0, 0, 250, TimeSpan.Zero);

    public Bench(IPeer? peer = null)
    {
        Line = new MemoryTransport(peer ?? Token);
    }

    public FakeTimeProvider Time { get; } = new(Start);

    public TokenTimeouts Timeouts { get; } = new();

    public ScriptedToken Token { get; } = new();

    public MemoryTransport Line { get; }

    /// <summary>The requests after the greeting.</summary>
    public IEnumerable<PeerRequest> Asked => Token.Requests.SkipWhile(r => r.Command == Command.Hello);

    public Task<TokenClient> ConnectAsync(CancellationToken cancellationToken = default) =>
        TokenClient.ConnectAsync(Line, Timeouts, Time, cancellationToken);

    /// <summary>Once the host waits for bytes, lets this much time pass.</summary>
    public async Task AdvanceAsync(TimeSpan time)
    {
        await Line.IdleAsync();
        Time.Advance(time);
    }
}
