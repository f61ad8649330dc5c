using HwToken.Aws.Model;
using HwToken.Aws.Tests.Support;

namespace HwToken.Aws.Tests.Sessions;

/// <summary>
/// Services that know nothing of each other, as in processes of their own: the locks belong to open files, so they hold
/// between them all the same. Real processes are in ProcessTests.
/// </summary>
public sealed class SingleFlightTests : IAsyncLifetime
{
    private TestAws _aws = null!;

    public async Task InitializeAsync() => _aws = await TestAws.StartAsync();

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    [Fact]
    public async Task GetAsync_AHundredAtOnce_CauseOnePressAndOneCall()
    {
        Task<SessionResult>[] all = await StartAsync(100);
        SessionResult[] results = await Task.WhenAll(all);
        Assert.Single(results.Select(r => r.Credentials).Distinct());
        Assert.Single(results, r => r.Source == SessionSource.Sts);
        Assert.Single(_aws.Device.Requests);
        Assert.Single(_aws.Requests);
    }

    [Fact]
    public async Task GetAsync_AHundredAfterAnotherFolderUsedTheCode_CauseOnePressMore()
    {
        _aws.Device.StartsAt = TestDevice.Now;
        await _aws.GetAsync();
        _aws.Home.Variables["HWTOKEN_CACHE_DIR"] = Path.Combine(_aws.Home.Path, "other");
        SessionResult[] results = await Task.WhenAll(await StartAsync(100));
        Assert.Single(results.Select(r => r.Credentials).Distinct());
        Assert.Equal(1 + 2, _aws.Device.Requests.Count);
        Assert.Equal(1 + 2, _aws.Requests.Count);
    }

    [Fact]
    public async Task GetAsync_WaitersOfAFailure_ShareItAndAskNobody()
    {
        _aws.Device.Press = _ => throw new AwsException(FailureKind.TokenRefused, "declined on the token", "press instead");
        Task<SessionResult>[] all = await StartAsync(20);
        foreach (Task<SessionResult> one in all)
        {
            AwsException e = await Failing.WithAsync(FailureKind.TokenRefused, () => one);
            Assert.Equal(("declined on the token", "press instead"), (e.Message, e.Hint));
        }

        Assert.Single(_aws.Device.Requests);
    }

    [Fact]
    public async Task GetAsync_AfterAFailure_AsksAnew()
    {
        Func<CancellationToken, Task> agree = _aws.Device.Press;
        _aws.Device.Press = _ => throw new AwsException(FailureKind.TokenRefused, "declined", "press");
        await Failing.WithAsync(FailureKind.TokenRefused, () => _aws.GetAsync());
        await Failing.WithAsync(FailureKind.TokenRefused, () => _aws.GetAsync());
        _aws.Device.Press = agree;
        Assert.Equal(SessionSource.Sts, (await _aws.GetAsync()).Source);
        Assert.Equal(3, _aws.Device.Requests.Count);
    }

    [Fact]
    public async Task GetAsync_LeaderCancelled_LeavesTheLeadToAWaiter()
    {
        using var cancellation = new CancellationTokenSource();
        Func<CancellationToken, Task> agree = _aws.Device.Press;
        _aws.Device.Press = token => Task.Delay(Timeout.Infinite, token);
        var progress = new ProgressLog();
        Task<SessionResult> leader = _aws.Service(progress: progress).GetAsync(new(), cancellation.Token);
        await progress.WaitForAsync(SessionProgress.AskingForCode);
        Task<SessionResult> waiter = _aws.Service(progress: progress).GetAsync(new(), CancellationToken.None);
        await progress.WaitForAsync(SessionProgress.WaitingForSession);

        _aws.Device.Press = agree;
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leader);
        Assert.Equal(SessionSource.Sts, (await waiter).Source);
    }

    [Fact]
    public async Task GetAsync_WaiterCancelled_EndsAndDisturbsNobody()
    {
        var pressed = new TaskCompletionSource();
        _aws.Device.Press = _ => pressed.Task;
        var progress = new ProgressLog();
        Task<SessionResult> leader = _aws.Service(progress: progress).GetAsync(new(), CancellationToken.None);
        await progress.WaitForAsync(SessionProgress.AskingForCode);
        using var cancellation = new CancellationTokenSource();
        Task<SessionResult> waiter = _aws.Service(progress: progress).GetAsync(new(), cancellation.Token);
        await progress.WaitForAsync(SessionProgress.WaitingForSession);

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiter);
        pressed.SetResult();
        Assert.Equal(SessionSource.Sts, (await leader).Source);
    }

    [Fact]
    public async Task GetAsync_RenewalsAtOnce_CauseOnePress()
    {
        SessionResult old = await _aws.GetAsync();
        Task<SessionResult>[] all = await StartAsync(10, new() { Renew = true });
        SessionResult[] results = await Task.WhenAll(all);
        Assert.NotEqual(old.Credentials, Assert.Single(results.Select(r => r.Credentials).Distinct()));
        Assert.Equal(2, _aws.Device.Requests.Count);
    }

    /// <summary>
    /// So many requests, of which one has asked the owner and all the others wait for it, and one of these is the first;
    /// then a press.
    /// </summary>
    private async Task<Task<SessionResult>[]> StartAsync(int count, SessionRequest? request = null)
    {
        var pressed = new TaskCompletionSource();
        Func<CancellationToken, Task> press = _aws.Device.Press;
        _aws.Device.Press = async token =>
        {
            await pressed.Task;
            await press(token);
        };
        var progress = new ProgressLog();
        Task<SessionResult>[] all =
        [
            .. Enumerable.Range(0, count).Select(_ => Task.Run(
                () => _aws.Service(progress: progress).GetAsync(request ?? new(), CancellationToken.None))),
        ];
        await progress.WaitForAsync(SessionProgress.WaitingForSession);
        await progress.WaitForAsync(SessionProgress.WaitingForSessionToo, count - 2);
        pressed.SetResult();
        return all;
    }
}
