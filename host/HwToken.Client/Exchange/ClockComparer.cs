using HwToken.Client.Errors;
using HwToken.Client.Model;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;

namespace HwToken.Client.Exchange;

/// <summary>Finds by how much a token's clock is off, from when its replies come.</summary>
/// <remarks>
/// A reply to CompareClock leaves the token when a second begins there. How long it is on its way is what greetings tell:
/// half of the shortest round trip, less what the bytes take on the wire, each as long as its frame. Either half may have
/// been anything from nothing to the whole of it, which is the uncertainty. A computer that is busy only makes replies
/// late; so of several comparisons the one counts whose reply came soonest.
/// </remarks>
internal sealed class ClockComparer(TokenLine line, TimeProvider time)
{
    public const int Greetings = 8;
    public const int Edges = 3;

    /// <summary>Bytes of a greeting and its reply, and of a comparison's reply: fields and status behind a frame's own.</summary>
    private const int GreetingBytes = Frame.Overhead + Frame.Overhead + 1 + 8;
    private const int ReplyBytes = Frame.Overhead + 1 + 9;

    /// <summary>The token counts milliseconds.</summary>
    private static readonly TimeSpan TokensResolution = TimeSpan.FromMilliseconds(1);

    /// <exception cref="TokenException">Its clock does not run, or it cannot be compared.</exception>
    public async Task<ClockOffset> CompareAsync(CancellationToken cancellationToken)
    {
        TimeSpan oneWay = await OneWayAsync(cancellationToken).ConfigureAwait(false);
        TimeSpan onTheWire = ReplyBytes * line.ByteTime;
        ClockOffset? best = null;
        for (int i = 0; i < Edges; i++)
        {
            var reply = new CompareClockReply();
            var request = new Request(Command.CompareClock, new Empty(), reply, "its clock");
            await line.AskAsync(request, cancellationToken).ConfigureAwait(false);
            DateTimeOffset arrived = time.GetUtcNow();
            DateTimeOffset token = Replies.Read(reply, line.Port);

            TimeSpan lateness = TimeSpan.FromMilliseconds(reply.LatenessMs) / 2;
            DateTimeOffset began = arrived - oneWay - onTheWire - lateness;
            var offset = new ClockOffset(token - began, oneWay + lateness + TokensResolution);
            if (best is null || offset.Value > best.Value)
            {
                best = offset;
            }
        }

        return best!;
    }

    /// <summary>How long a reply of no length would be on its way.</summary>
    private async Task<TimeSpan> OneWayAsync(CancellationToken cancellationToken)
    {
        TimeSpan shortest = TimeSpan.MaxValue;
        for (int i = 0; i < Greetings; i++)
        {
            long sent = time.GetTimestamp();
            await line.AskAsync(new Request(Command.Hello, new Empty(), new HelloReply(), "its version"), cancellationToken).ConfigureAwait(false);
            TimeSpan roundTrip = time.GetElapsedTime(sent);
            shortest = roundTrip < shortest ? roundTrip : shortest;
        }

        TimeSpan way = (shortest - (GreetingBytes * line.ByteTime)) / 2;
        return way > TimeSpan.Zero ? way : TimeSpan.Zero;
    }
}
