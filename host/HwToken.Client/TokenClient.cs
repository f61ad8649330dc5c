using HwToken.Base;
using HwToken.Client.Accounts;
using HwToken.Client.Audit;
using HwToken.Client.Errors;
using HwToken.Client.Exchange;
using HwToken.Client.Model;
using HwToken.Client.Transports;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;

namespace HwToken.Client;

/// <summary>A token at the other end of a line. One request at a time.</summary>
/// <remarks>
/// Every request may fail with a <see cref="TokenClientException"/>; one that a cancellation ends has been withdrawn
/// from the token's screen when <see cref="OperationCanceledException"/> arrives.
/// </remarks>
public sealed class TokenClient : IAsyncDisposable
{
    private readonly TokenLine _line;
    private readonly TimeProvider _time;
    private readonly IDisposable? _portLock;

    private TokenClient(TokenLine line, TimeProvider time, IDisposable? portLock, HelloReply hello)
    {
        _line = line;
        _time = time;
        _portLock = portLock;
        Serial = Base32.Encode(hello.Serial, 0, hello.Serial.Length);
        StateAtConnect = hello.State;
    }

    /// <summary>The port as its user wrote it.</summary>
    public string Port => _line.Port;

    /// <summary>The token's serial number: eight characters of base32, as its screen shows it.</summary>
    public string Serial { get; }

    /// <summary>What it was doing when it was greeted; a request that waited then has been cancelled.</summary>
    public TokenState StateAtConnect { get; }

    /// <summary>
    /// Greets whatever is at the other end. A request that still waits for the owner there is cancelled: its host is
    /// gone, or this one would not have the line for itself.
    /// </summary>
    /// <param name="transport">Disposed of with the client, or if it is no token.</param>
    /// <exception cref="NotATokenException">It is none.</exception>
    /// <exception cref="TokenException">It speaks another version of the protocol.</exception>
    public static Task<TokenClient> ConnectAsync(
        ITransport transport, TokenTimeouts timeouts, TimeProvider time, CancellationToken cancellationToken = default) =>
        ConnectAsync(transport, timeouts, time, timeouts.Connect, null, cancellationToken);

    /// <param name="patience">How long to greet.</param>
    /// <param name="portLock">Freed by the client, after the transport; it stays the caller's if there is no token.</param>
    internal static async Task<TokenClient> ConnectAsync(
        ITransport transport,
        TokenTimeouts timeouts,
        TimeProvider time,
        TimeSpan patience,
        IDisposable? portLock,
        CancellationToken cancellationToken)
    {
        var line = new TokenLine(transport, timeouts, time);
        try
        {
            var hello = new HelloReply();
            await line.GreetAsync(hello, patience, cancellationToken).ConfigureAwait(false);
            if (hello.MinVersion > Frame.Version || hello.MaxVersion < Frame.Version)
            {
                throw new TokenException(Status.UnsupportedVersion, $"{hello.MinVersion} to {hello.MaxVersion}");
            }

            var client = new TokenClient(line, time, portLock, hello);
            if (hello.State is TokenState.Asking or TokenState.AwaitingStep)
            {
                await client.CancelAsync(cancellationToken).ConfigureAwait(false);
            }

            return client;
        }
        catch
        {
            await line.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async Task<TokenInfo> GetInfoAsync(CancellationToken cancellationToken = default)
    {
        var reply = new InfoReply();
        await _line.AskAsync(new Request(Command.Info, new Empty(), reply, "itself"), cancellationToken).ConfigureAwait(false);
        return Replies.Read(reply, Port, _time.GetUtcNow());
    }

    /// <summary>All accounts, in the token's order.</summary>
    public async Task<IReadOnlyList<TokenAccount>> ListAccountsAsync(CancellationToken cancellationToken = default)
    {
        var accounts = new List<TokenAccount>();
        var page = new ListAccountsReply();
        do
        {
            var request = new ListAccountsRequest { Start = accounts.Count };
            await _line.AskAsync(new Request(Command.ListAccounts, request, page, "its accounts"), cancellationToken).ConfigureAwait(false);
            accounts.AddRange(Replies.Read(page, accounts.Count, Port));
        }
        while (accounts.Count < page.Total);

        return accounts;
    }

    /// <summary>The whole name of the account that is meant, as <see cref="AccountLookup.Find"/> finds it among the token's.</summary>
    /// <remarks>The ARN of an MFA device is a name already, or has one that stands for it; the token is not asked.</remarks>
    /// <param name="typed">Null or empty if nothing was.</param>
    /// <exception cref="AccountNotFoundException">None; near names come with it.</exception>
    /// <exception cref="AmbiguousAccountException">More than one.</exception>
    /// <exception cref="MfaSerialTooLongException">No token can have the account of this ARN.</exception>
    public async Task<string> ResolveAccountAsync(string? typed, CancellationToken cancellationToken = default) =>
        typed is not null && MfaSerial.TryParse(typed) is { } serial
            ? serial.AccountName
            : AccountLookup.Find(typed, await ListAccountsAsync(cancellationToken).ConfigureAwait(false)).Name;

    /// <summary>Stores an account and its key, after a press.</summary>
    /// <param name="key">The HMAC key, 1 to 128 bytes. It stays the caller's; every copy made here is overwritten.</param>
    /// <param name="replace">Put this key in the place of the one that an account of this name has.</param>
    public async Task PutAccountAsync(
        TokenAccount account,
        ReadOnlyMemory<byte> key,
        bool replace = false,
        IProgress<TokenWait>? progress = null,
        CancellationToken cancellationToken = default)
    {
        var request = new PutAccountRequest { Replace = replace };
        Fields.SetAccount(request.Account, account);
        if (key.Length is 0 or > Limits.KeyLength)
        {
            throw new TokenException(Status.KeyInvalid, account.Name);
        }

        try
        {
            key.Span.CopyTo(request.Key);
            request.KeyLength = key.Length;
            await _line.AskOwnerAsync(new Request(Command.PutAccount, request, new Empty(), account.Name), progress, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            request.Clear();
        }
    }

    /// <summary>Gives an account another name, after a press. Its key stays.</summary>
    /// <exception cref="AccountNotFoundException">There is no such account.</exception>
    public async Task RenameAccountAsync(
        string name, string newName, IProgress<TokenWait>? progress = null, CancellationToken cancellationToken = default)
    {
        var request = new RenameAccountRequest();
        Fields.SetId(request.AccountId, name);
        Fields.SetName(request.NewName, newName);
        try
        {
            await _line.AskOwnerAsync(new Request(Command.RenameAccount, request, new Empty(), name), progress, cancellationToken).ConfigureAwait(false);
        }
        catch (TokenException e) when (e.Status == Status.NoSuchAccount)
        {
            throw await NotFoundAsync(name, cancellationToken).ConfigureAwait(false);
        }
        catch (TokenException e) when (e.Status is Status.AccountExists or Status.NameInvalid)
        {
            throw new TokenException(e.Status, newName);
        }
    }

    /// <summary>Forgets an account and its key, after a press.</summary>
    /// <exception cref="AccountNotFoundException">There is no such account.</exception>
    public async Task DeleteAccountAsync(
        string name, IProgress<TokenWait>? progress = null, CancellationToken cancellationToken = default)
    {
        var request = new DeleteAccountRequest();
        Fields.SetId(request.AccountId, name);
        try
        {
            await _line.AskOwnerAsync(new Request(Command.DeleteAccount, request, new Empty(), name), progress, cancellationToken).ConfigureAwait(false);
        }
        catch (TokenException e) when (e.Status == Status.NoSuchAccount)
        {
            throw await NotFoundAsync(name, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Asks the owner for a code.</summary>
    /// <exception cref="AccountNotFoundException">There is no such account.</exception>
    public async Task<MfaCode> GetCodeAsync(
        CodeRequest code, IProgress<TokenWait>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(code.MinimumSecondsLeft);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(code.MinimumSecondsLeft, byte.MaxValue);
        ArgumentOutOfRangeException.ThrowIfNegative(code.NotBeforeStep);
        var request = new GetCodeRequest { MinimumSecondsLeft = code.MinimumSecondsLeft, NotBeforeStep = code.NotBeforeStep };
        Fields.SetId(request.AccountId, code.Account);
        request.Text.TrySet(ScreenText.Fit(code.Text));
        var reply = new GetCodeReply();
        try
        {
            await _line.AskOwnerAsync(new Request(Command.GetCode, request, reply, code.Account), progress, cancellationToken).ConfigureAwait(false);
            return Replies.Read(reply, Port);
        }
        catch (TokenException e) when (e.Status == Status.NoSuchAccount)
        {
            throw await NotFoundAsync(code.Account, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            reply.Clear();
        }
    }

    public async Task<TokenClock> GetClockAsync(CancellationToken cancellationToken = default)
    {
        var reply = new ClockReply();
        await _line.AskAsync(new Request(Command.GetClock, new Empty(), reply, "its clock"), cancellationToken).ConfigureAwait(false);
        return Replies.Read(reply, Port, _time.GetUtcNow());
    }

    /// <summary>Sets the token's clock to this computer's UTC, after a press; the token adds the time until then.</summary>
    public async Task<TokenClock> SetClockAsync(IProgress<TokenWait>? progress = null, CancellationToken cancellationToken = default)
    {
        DateTimeOffset now = _time.GetUtcNow();
        var request = new SetClockRequest { UnixSeconds = now.ToUnixTimeSeconds(), Milliseconds = now.Millisecond };
        var reply = new ClockReply();
        await _line.AskOwnerAsync(new Request(Command.SetClock, request, reply, "its clock"), progress, cancellationToken).ConfigureAwait(false);
        return Replies.Read(reply, Port, _time.GetUtcNow());
    }

    /// <summary>Finds by how much the token's clock is off, to milliseconds: on the edge of its seconds, within some of them.</summary>
    public Task<ClockOffset> CompareClockAsync(CancellationToken cancellationToken = default) =>
        new ClockComparer(_line, _time).CompareAsync(cancellationToken);

    /// <summary>
    /// Tells the token by how much it is off. It takes that out without asking, if it is no more than it may be wrong by
    /// itself; otherwise after its owner has held the button.
    /// </summary>
    /// <exception cref="TokenException">Too rough, or the owner says no.</exception>
    public async Task<TokenClock> AdjustClockAsync(
        ClockOffset offset, IProgress<TokenWait>? progress = null, CancellationToken cancellationToken = default)
    {
        double milliseconds = Math.Round(offset.Value.TotalMilliseconds);
        if (Math.Abs(milliseconds) > int.MaxValue)
        {
            // Weeks: no drift, and more than the request holds. The owner sets it as one that was never set.
            return await SetClockAsync(progress, cancellationToken).ConfigureAwait(false);
        }

        DateTimeOffset now = _time.GetUtcNow();
        var request = new AdjustClockRequest
        {
            OffsetMs = (int)milliseconds,
            UncertaintyMs = (int)Math.Clamp(Math.Ceiling(offset.Uncertainty.TotalMilliseconds), 1, ushort.MaxValue),
            UnixSeconds = now.ToUnixTimeSeconds(),
            Milliseconds = now.Millisecond,
        };
        var reply = new ClockReply();
        await _line.AskOwnerAsync(new Request(Command.AdjustClock, request, reply, "its clock"), progress, cancellationToken).ConfigureAwait(false);
        return Replies.Read(reply, Port, _time.GetUtcNow());
    }

    /// <summary>The comparisons that the token remembers since it was set, the oldest first.</summary>
    public async Task<IReadOnlyList<PastComparison>> ListComparisonsAsync(CancellationToken cancellationToken = default)
    {
        var reply = new ListComparisonsReply();
        await _line.AskAsync(new Request(Command.ListComparisons, new Empty(), reply, "its clock"), cancellationToken).ConfigureAwait(false);
        return Replies.Read(reply, Port);
    }

    /// <summary>Takes back whatever waits for the owner.</summary>
    /// <returns>False if nothing did.</returns>
    public async Task<bool> CancelAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await _line.AskAsync(new Request(Command.Cancel, new Empty(), new Empty(), "a request"), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TokenException e) when (e.Status == Status.NothingToCancel)
        {
            return false;
        }
    }

    /// <summary>Makes the token forget every account and setting, after the owner has held its button.</summary>
    public Task WipeAsync(IProgress<TokenWait>? progress = null, CancellationToken cancellationToken = default) =>
        _line.AskOwnerAsync(new Request(Command.Wipe, new Empty(), new Empty(), "everything on it"), progress, cancellationToken);

    /// <summary>
    /// Has the token show letters beside the ten digits, after a press: <see cref="EnterPinAsync"/> then opens it, or
    /// shows on an open one that its owner is here.
    /// </summary>
    /// <returns>How long the letters stay.</returns>
    public Task<TimeSpan> BeginUnlockAsync(IProgress<TokenWait>? progress = null, CancellationToken cancellationToken = default) =>
        ShowLettersAsync(Command.Unlock, new Empty(), progress, cancellationToken);

    /// <summary>
    /// Has the token show letters, after a press: <see cref="EnterPinAsync"/> then sets a new PIN. One that is there must
    /// have been given within the minute before.
    /// </summary>
    /// <param name="maxTries">Wrong PINs in a row until the end: 3 to 15.</param>
    /// <param name="erases">The end is that everything is erased; otherwise the token stays locked.</param>
    /// <returns>How long the letters stay.</returns>
    public Task<TimeSpan> BeginSetPinAsync(
        int maxTries, bool erases, IProgress<TokenWait>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxTries, Limits.MinPinTries);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxTries, Limits.MaxPinTries);
        return ShowLettersAsync(
            Command.SetPin, new SetPinRequest { MaxTries = maxTries, Erases = erases }, progress, cancellationToken);
    }

    /// <summary>Sends a PIN by the letters that the token shows. Whatever comes of it, they are gone then.</summary>
    public async Task EnterPinAsync(
        PinLetters letters, IProgress<TokenWait>? progress = null, CancellationToken cancellationToken = default)
    {
        var request = new EnterPinRequest { Count = letters.Places.Length };
        letters.Places.CopyTo(request.Letters);
        try
        {
            await _line.AskOwnerAsync(new Request(Command.EnterPin, request, new Empty(), "the PIN"), progress, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            request.Clear();
        }
    }

    /// <summary>Takes the PIN off, after the owner has held the button. It must have been given within the minute before.</summary>
    public Task RemovePinAsync(IProgress<TokenWait>? progress = null, CancellationToken cancellationToken = default) =>
        _line.AskOwnerAsync(new Request(Command.RemovePin, new Empty(), new Empty(), "the PIN"), progress, cancellationToken);

    /// <summary>Locks the token at once, without a press.</summary>
    public Task LockAsync(CancellationToken cancellationToken = default) =>
        _line.AskAsync(new Request(Command.Lock, new Empty(), new Empty(), "its lock"), cancellationToken);

    /// <summary>Seals the token, after the owner has held its button. Only the button opens it again.</summary>
    /// <param name="number">On the seal, bag or envelope.</param>
    public async Task<TokenSeal> SealAsync(
        uint number, IProgress<TokenWait>? progress = null, CancellationToken cancellationToken = default)
    {
        var request = new SealRequest { Number = number };
        var reply = new SealState();
        await _line.AskOwnerAsync(new Request(Command.Seal, request, reply, "the seal"), progress, cancellationToken)
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
        await _line.AskOwnerAsync(new Request(Command.Drill, request, reply, "the drill"), progress, cancellationToken)
            .ConfigureAwait(false);
        return Replies.Read(reply, Port, _time.GetUtcNow());
    }

    /// <summary>Lets go of the port, for the next hwtoken that waits for it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _line.DisposeAsync().ConfigureAwait(false);
        _portLock?.Dispose();
    }

    private async Task<TimeSpan> ShowLettersAsync(
        Command command, IMessage message, IProgress<TokenWait>? progress, CancellationToken cancellationToken)
    {
        var reply = new LettersReply();
        await _line.AskOwnerAsync(new Request(command, message, reply, "the PIN"), progress, cancellationToken).ConfigureAwait(false);
        return TimeSpan.FromSeconds(reply.Seconds);
    }

    /// <summary>That there is no such account, with the names of accounts that may be meant.</summary>
    private async Task<AccountNotFoundException> NotFoundAsync(string account, CancellationToken cancellationToken) =>
        AccountLookup.NotFound(account, await ListAccountsAsync(cancellationToken).ConfigureAwait(false));
}
