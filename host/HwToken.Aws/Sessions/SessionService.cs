using HwToken.Aws.Cache;
using HwToken.Aws.Codes;
using HwToken.Aws.Model;
using HwToken.Aws.Profiles;
using HwToken.Aws.Sts;
using HwToken.Base;
using HwToken.Base.Files;

namespace HwToken.Aws.Sessions;

/// <summary>Gets AWS sessions: from the cache where there is one, else with an MFA code from STS.</summary>
/// <param name="codes">Used only when a code is needed.</param>
/// <param name="progress">Told what a request waits for, on the thread that works on it.</param>
public sealed class SessionService(
    HostEnvironment environment, ICodeSource codes, TimeProvider time, IProgress<SessionProgress>? progress = null)
{
    private readonly SessionPlanner _planner = new(environment, new ProfileFiles(environment));
    private readonly SessionCache _cache = new(new PrivateFolder(Path.Combine(environment.CacheFolder, "sessions")), time);

    /// <summary>
    /// A session that lasts for more than 16 minutes yet, or for half its time if it is a short one. A cached one is there
    /// at once, without a thread, the network, or the code source. One that ends sooner is handed out only if there is
    /// no new one to be had, with a warning.
    /// </summary>
    /// <exception cref="AwsException">No session.</exception>
    public async Task<SessionResult> GetAsync(SessionRequest request, CancellationToken cancellation)
    {
        SessionPlan plan = _planner.Plan(request);
        CachedSession? cached = _cache.Find(plan.Key);
        if (cached is not null && !request.Renew && _cache.IsFresh(cached))
        {
            return new() { Name = plan.Name, Credentials = cached.Credentials, Region = plan.Region, Source = SessionSource.Cache };
        }

        var warnings = new WarningList();
        var unused = new UnusedCodeSource(codes, UsedCodeLedger.Of(environment, time), progress);
        var flight = new SingleFlight(_cache, new SessionFetcher(unused, time, progress), time, progress);
        try
        {
            return await flight
                .GetAsync(plan, s => _cache.IsFresh(s) && !(request.Renew && s == cached), warnings, cancellation)
                .ConfigureAwait(false);
        }
        catch (AwsException e) when (!request.Renew && _cache.Find(plan.Key) is { } rest)
        {
            warnings.Add(WarningKind.NotRenewed, $"the session ends soon and was not renewed: {e.Message}", e.Hint);
            return new()
            {
                Name = plan.Name,
                Credentials = rest.Credentials,
                Region = plan.Region,
                Source = SessionSource.Cache,
                Warnings = warnings.All,
            };
        }
    }

    /// <summary>The cached sessions that have not ended, in the order of their names and ends.</summary>
    /// <param name="profiles">Profiles by name, and what each of them asks for; one that asks for nothing is passed over.</param>
    public IReadOnlyList<KeptSession> List(IEnumerable<(string Profile, SessionRequest Request)> profiles)
    {
        ILookup<SessionKey?, string> names = profiles.ToLookup(p => KeyOf(p.Request), p => p.Profile);
        return [.. _cache.All()
            .Select(session => new KeptSession(session, [.. names[session.Key].DefaultIfEmpty(session.Name)]))
            .OrderBy(session => session.Profiles[0], StringComparer.Ordinal).ThenBy(session => session.Expiration)];
    }

    /// <summary>Forgets the cached sessions of a request: its own, and all that its profile's name stands on.</summary>
    /// <returns>How many there were.</returns>
    public int Forget(SessionRequest request)
    {
        // A profile that is gone, or wrong by now, may have left sessions all the same.
        SessionKey? key = KeyOf(request);
        return _cache.Forget(session => session.Key == key || session.Name == request.Profile);
    }

    /// <summary>Forgets every cached session.</summary>
    /// <returns>How many there were.</returns>
    public int ForgetAll() => _cache.ForgetAll();

    private SessionKey? KeyOf(SessionRequest request)
    {
        try
        {
            return _planner.Plan(request).Key;
        }
        catch (AwsException)
        {
            return null;
        }
    }
}

/// <summary>A press, an MFA code, a session.</summary>
internal sealed class SessionFetcher(UnusedCodeSource codes, TimeProvider time, IProgress<SessionProgress>? progress)
{
    /// <exception cref="AwsException">No session.</exception>
    public async Task<SessionCredentials> FetchAsync(
        SessionPlan plan, WarningList warnings, CancellationToken cancellation)
    {
        using var sts = new StsClient(plan, time);
        using DeviceTurn turn = await codes
            .TakeTurnAsync(plan.Key.MfaSerial, warnings, cancellation).ConfigureAwait(false);

        // Only now: after a long wait for the device the connection might be gone again.
        await sts.OpenAsync(cancellation).ConfigureAwait(false);
        var request = new MfaCodeRequest { MfaSerial = plan.Key.MfaSerial, Reason = $"aws: {plan.Name}" };
        return await TryAsync(sts, turn, request, cancellation).ConfigureAwait(false)
            ?? await TryAsync(
                sts, turn, request with { FollowsRefusal = true, Reason = $"aws again: {plan.Name}" }, cancellation)
                .ConfigureAwait(false)
            ?? throw new AwsException(
                FailureKind.CodeRefused,
                "AWS refused two MFA codes in a row, so the first was not just used by another program",
                $"compare the token's clock with: hwtoken clock; if it is right, the token has another key than AWS for {plan.Key.MfaSerial}; both codes count as used");
    }

    /// <returns>
    /// Null if AWS refused the code, and no clock is to blame. Another user of the token, or another cache folder, may
    /// have used it: AWS words that as it does a wrong code.
    /// </returns>
    /// <exception cref="AwsException">No session, for any other reason.</exception>
    private async Task<SessionCredentials?> TryAsync(
        StsClient sts, DeviceTurn turn, MfaCodeRequest request, CancellationToken cancellation)
    {
        MfaCode code = await codes.TakeAsync(turn, request, cancellation).ConfigureAwait(false);
        progress?.Report(SessionProgress.CallingSts);
        try
        {
            return await sts.GetSessionAsync(code, cancellation).ConfigureAwait(false);
        }
        catch (AwsException e) when (e.Kind == FailureKind.Unreachable)
        {
            turn.TakeBack(code.TimeStep);
            throw;
        }
        catch (AwsException e) when (e.Kind == FailureKind.CodeRefused && AwsTimeStep.IsNear(code.TimeStep, time))
        {
            return null;
        }
    }
}
