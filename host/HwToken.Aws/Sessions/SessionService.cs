using HwToken.Aws.Cache;
using HwToken.Aws.Codes;
using HwToken.Aws.Ledger;
using HwToken.Aws.Profiles;
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
