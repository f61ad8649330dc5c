// Requests and their replies over one line.
using HwToken.Client.Errors;
using HwToken.Client.Model;
using HwToken.Client.Transports;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;

namespace HwToken.Client.Exchange;

/// <summary>Asks a token and waits for its answers: one request at a time, over one line.</summary>
internal sealed class TokenLine(ITransport transport, TokenTimeouts timeouts, TimeProvider time) : IAsyncDisposable
{
    /// <summary>Requests without consequences are sent again once, if the line has damaged them or their reply.</summary>
    private const int Tries = 2;

    /// <summary>The protocol has two for a request; a token that puts its answer off for ever is given up.</summary>
    private const int MaxInterimReplies = 8;

    private readonly ReplyReader _replies = new(transport);
    private readonly FrameWriter _writer = new();
    private readonly InterimReply _interim = new();

    // Not from the same number in every process: the reply to a request that died with its process must fit none here.
    private byte _sequence = (byte)Random.Shared.Next(256);

    public string Port => transport.Name;

    /// <summary>How long a byte is on the line; zero where there is no wire.</summary>
    public TimeSpan ByteTime => transport.ByteTime;

    /// <summary>Greets until a token answers.</summary>
    /// <exception cref="NotATokenException">Nothing answers, or nothing that a token would.</exception>
    /// <exception cref="TokenSilentException">A frame began, and no more came.</exception>
    public async Task GreetAsync(HelloReply reply, TimeSpan patience, CancellationToken cancellationToken)
    {
        var request = new Request(Command.Hello, new Empty(), reply, "its version");
        long start = time.GetTimestamp();
        byte firstTry = NextSequence;
        while (true)
        {
            try
            {
                await AskOnceAsync(request, firstTry, timeouts.Greeting, null, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (TokenSilentException) when (time.GetElapsedTime(start) < patience)
            {
                // Asked again; a slow token's answer to an earlier try will do.
            }
            catch (TokenSilentException e) when (!e.IsInsideAnAnswer)
            {
                throw new NotATokenException(Port, _replies.HasNoise ? "what is there does not talk as a token does" : "nothing answers", e);
            }
        }
    }

    /// <summary>Asks what the token answers by itself, and what may be asked twice.</summary>
    /// <exception cref="TokenException">It says no.</exception>
    public async Task AskAsync(Request request, CancellationToken cancellationToken)
    {
        byte firstTry = NextSequence;
        for (int i = 1; ; i++)
        {
            try
            {
                await AskOnceAsync(request, firstTry, timeouts.Reply, null, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (TokenSilentException) when (i < Tries)
            {
                // Asked again; an answer to the first try will do.
            }
        }
    }

    /// <summary>
    /// Asks what needs the owner. Whatever ends the waiting before the token has answered, the request is withdrawn,
    /// so that the token's screen goes back.
    /// </summary>
    /// <remarks>Returns although cancelled, if the token had carried the request out before it heard of that.</remarks>
    /// <exception cref="TokenException">The owner or the token says no.</exception>
    public async Task AskOwnerAsync(Request request, IProgress<TokenWait>? progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await AskOnceAsync(request, NextSequence, timeouts.Reply, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (TokenException or TokenUnpluggedException))
        {
            if (!await WithdrawAsync(request, _sequence).ConfigureAwait(false))
            {
                throw;
            }
        }
    }

    public ValueTask DisposeAsync() => transport.DisposeAsync();

    /// <param name="firstTry">The number under which the request was sent for the first time.</param>
    private async Task AskOnceAsync(
        Request request, byte firstTry, TimeSpan firstReply, IProgress<TokenWait>? progress, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(firstReply, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await SendAsync(request, either.Token).ConfigureAwait(false);
            int interims = 0;
            while (true)
            {
                await _replies.ReadAsync(either.Token).ConfigureAwait(false);
                if (!IsReplyTo(request.Command, firstTry))
                {
                    continue;
                }

                if (Take(request) is not { } wait)
                {
                    return;
                }

                if (++interims > MaxInterimReplies)
                {
                    throw new NotATokenException(Port, "it keeps putting off its answer");
                }

                limit.CancelAfter((wait.AtMost ?? LongestWait) + timeouts.Slack);
                progress?.Report(wait);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TokenSilentException(Port, _replies.IsInsideFrame);
        }
    }

    /// <summary>A request may wait for the step after the next.</summary>
    private static TimeSpan LongestWait => TimeSpan.FromSeconds(2 * Limits.MaxPeriod);

    private bool IsInterim => (_replies.Last.Flags & Frame.InterimFlag) != 0;

    private byte NextSequence => (byte)(_sequence + 1);

    /// <summary>To any of the requests since that number, which wraps.</summary>
    private bool IsReplyTo(Command command, byte firstSequence) =>
        _replies.Last.Command == command && (byte)(_replies.Last.Sequence - firstSequence) <= (byte)(_sequence - firstSequence);

    private async Task SendAsync(Request request, CancellationToken cancellationToken)
    {
        _sequence = NextSequence;
        _writer.Begin(0, _sequence, request.Command);
        request.Message.Write(_writer.Payload);
        int length = _writer.End();
        try
        {
            await transport.WriteAsync(_writer.Buffer.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writer.Clear();
        }
    }

    /// <summary>Takes the reply that has just come; only what it says of a wait stays readable.</summary>
    /// <returns>What the token waits for, or null if the reply is the final one: then its fields are read.</returns>
    /// <exception cref="TokenException">The token says no.</exception>
    /// <exception cref="NotATokenException">The reply is malformed.</exception>
    private TokenWait? Take(Request request)
    {
        bool isInterim = IsInterim;
        PayloadReader fields = _replies.Last.Payload;
        try
        {
            Status extensions = (_replies.Last.Flags & Frame.ExtensionFlag) != 0 ? Extensions.Skip(fields) : Status.Ok;
            if (extensions == Status.UnsupportedExtension)
            {
                throw new TokenException(extensions, string.Empty);
            }

            var status = (Status)fields.ReadByte();
            if (fields.Failed || extensions != Status.Ok)
            {
                throw Unreadable();
            }

            if (!isInterim && status != Status.Ok)
            {
                throw new TokenException(status, SubjectOf(status, fields, request));
            }

            (isInterim ? _interim : request.Reply).Read(fields);
            TokenWaitReason? reason = status switch
            {
                Status.AwaitingPress => TokenWaitReason.Press,
                Status.Working => TokenWaitReason.Work,
                Status.AwaitingStep => TokenWaitReason.TimeStep,
                _ => null,
            };
            if (fields.Failed || (isInterim && reason is null))
            {
                throw Unreadable();
            }

            return isInterim
                ? new TokenWait(reason!.Value, _interim.Seconds < InterimReply.MaxSeconds ? TimeSpan.FromSeconds(_interim.Seconds) : null)
                : null;
        }
        finally
        {
            if (!isInterim)
            {
                _replies.Clear();
            }
        }
    }

    /// <summary>What stands for {0} in the message about a refusal: its fields, where it has any.</summary>
    private static string SubjectOf(Status status, PayloadReader fields, Request request)
    {
        switch (status)
        {
            case Status.UnsupportedVersion:
                return $"{fields.ReadByte()} to {fields.ReadByte()}";
            case Status.PinWrong or Status.PinWait:
                int tries = fields.ReadByte();
                return $"{tries} {(tries == 1 ? "try is" : "tries are")} left, the next in {fields.ReadByte()} s";
            default:
                return request.Subject;
        }
    }

    private NotATokenException Unreadable() => new(Port, "its answer cannot be read");

    /// <summary>Takes a request back that may still wait for the owner, and waits shortly for the token to have heard it.</summary>
    /// <returns>True if the token had carried it out already: its reply has been read.</returns>
    private async Task<bool> WithdrawAsync(Request request, byte sequence)
    {
        using var limit = new CancellationTokenSource(timeouts.Withdrawal, time);
        try
        {
            await SendAsync(new Request(Command.Cancel, new Empty(), new Empty(), string.Empty), limit.Token).ConfigureAwait(false);
            while (true)
            {
                await _replies.ReadAsync(limit.Token).ConfigureAwait(false);
                if (IsReplyTo(request.Command, sequence) && !IsInterim)
                {
                    Take(request);
                    return true;
                }

                if (IsReplyTo(Command.Cancel, _sequence))
                {
                    return false;
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or TokenClientException)
        {
            // Answered with Cancelled, most likely. If not: why the waiting ended is worth more to the user than why
            // taking back failed.
            return false;
        }
        finally
        {
            _replies.Clear();
        }
    }
}

/// <summary>What to ask, and where the answer's fields go.</summary>
/// <param name="Subject">What it is about, such as an account's name: for messages about a refusal.</param>
internal sealed record Request(Command Command, IMessage Message, IMessage Reply, string Subject);

/// <summary>Finds replies in what comes over a line, whatever else comes besides.</summary>
internal sealed class ReplyReader(ITransport transport)
{
    /// <summary>
    /// Bytes without a reply among them after which something else than a token must be talking: more than a board
    /// prints while it boots, and a second and a half of a line that never stops.
    /// </summary>
    public const int MaxNoise = 16 * 1024;

    private readonly byte[] _chunk = new byte[512];
    private int _position;
    private int _end;
    private int _noise;
    private bool _sawDelimiter;

    /// <summary>The last reply, until the next read.</summary>
    public FrameReader Last { get; } = new();

    /// <summary>A frame has begun to arrive and has not ended.</summary>
    public bool IsInsideFrame { get; private set; }

    /// <summary>Anything at all has arrived since the last reply.</summary>
    public bool HasNoise => _noise > 0;

    /// <summary>Waits for the next reply of our version, to whatever request. A cancelled wait loses nothing.</summary>
    /// <exception cref="NotATokenException">Only other things come, and too many of them.</exception>
    /// <exception cref="TokenUnpluggedException">The line has ended.</exception>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            while (_position < _end)
            {
                byte value = _chunk[_position++];
                _noise++;
                bool isDelimiter = value == Frame.Delimiter;
                IsInsideFrame = !isDelimiter && (_sawDelimiter || IsInsideFrame);
                _sawDelimiter = isDelimiter;
                if (Last.Push(value) && Last.Version == Frame.Version && (Last.Flags & Frame.ReplyFlag) != 0)
                {
                    _noise = 0;
                    return;
                }
            }

            if (_noise > MaxNoise)
            {
                throw new NotATokenException(transport.Name, "something there sends all the time, and nothing that a token would");
            }

            // A source that never pauses must not keep a timeout from being noticed.
            cancellationToken.ThrowIfCancellationRequested();
            _position = 0;
            _end = 0;
            _end = await transport.ReadAsync(_chunk, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Overwrites what has arrived: a code, or a key that an echo sent back. Only when a reply was just read, since
    /// what has arrived of the next one is forgotten too.
    /// </summary>
    public void Clear()
    {
        Last.Clear();
        _chunk.AsSpan(0, _position).Clear();
    }
}
