using HwToken.Aws.Cache;
using HwToken.Aws.Model;
using HwToken.Aws.Profiles;
using HwToken.Base.Files;

namespace HwToken.Aws.Sessions;

/// <summary>
/// Lets one process at a time fetch a session that is missing; the others wait, and have its session or its failure.
/// </summary>
internal sealed class SingleFlight(
    SessionCache cache, SessionFetcher fetcher, TimeProvider time, IProgress<SessionProgress>? progress)
{
    /// <param name="isWanted">Whether a session that another process has put into the cache will do.</param>
    /// <exception cref="AwsException">
    /// No session: the fetch failed, here or in the process that this one had been waiting for. A process that comes
    /// after a failure tries for itself; one that was killed, or cancelled, is nobody's failure but its own.
    /// </exception>
    public async Task<SessionResult> GetAsync(
        SessionPlan plan, Func<CachedSession, bool> isWanted, WarningList warnings, CancellationToken cancellation)
    {
        Guid? failureBefore = cache.LastFailure(plan.Key)?.Attempt;
        LockWait? wait = null;
        using var first = new FirstToWait();
        while (true)
        {
            using (FileLock? flight = cache.TryLock(plan.Key, warnings))
            {
                if (cache.Find(plan.Key) is { } cached && isWanted(cached))
                {
                    return Result(plan, cached.Credentials, SessionSource.Cache, warnings);
                }

                if (cache.LastFailure(plan.Key) is { } failure && failure.Attempt != failureBefore)
                {
                    throw failure.ToException();
                }

                if (flight is not null)
                {
                    SessionCredentials fetched = await LeadAsync(plan, warnings, cancellation).ConfigureAwait(false);
                    return Result(plan, fetched, SessionSource.Sts, warnings);
                }
            }

            if (wait is null)
            {
                wait = new LockWait(time, "this session");
                progress?.Report(
                    first.TryBe(() => cache.TryLockWait(plan.Key, warnings))
                        ? SessionProgress.WaitingForSession
                        : SessionProgress.WaitingForSessionToo);
            }

            await wait.PauseAsync(cancellation).ConfigureAwait(false);
        }
    }

    private async Task<SessionCredentials> LeadAsync(
        SessionPlan plan, WarningList warnings, CancellationToken cancellation)
    {
        SessionCredentials fetched;
        try
        {
            fetched = await fetcher.FetchAsync(plan, warnings, cancellation).ConfigureAwait(false);
        }
        catch (AwsException e)
        {
            // Where it cannot be written the others ask for themselves, and NoLock has said so.
            warnings.Attempt(
                () => cache.SaveFailure(plan.Key, SharedFailure.Of(e)),
                WarningKind.NoLock,
                "other hwtoken processes are not told of the failure",
                "each of them asks for a press");
            throw;
        }

        warnings.Attempt(
            () => cache.Save(new CachedSession(plan.Name, plan.Key, fetched)),
            WarningKind.SessionNotKept,
            "the session is not kept",
            $"the next call asks for a press; make room in {cache.Folder.Path}, or name another place with HWTOKEN_CACHE_DIR");
        return fetched;
    }

    private static SessionResult Result(
        SessionPlan plan, SessionCredentials credentials, SessionSource source, WarningList warnings) =>
        new() { Name = plan.Name, Credentials = credentials, Region = plan.Region, Source = source, Warnings = warnings.All };
}
