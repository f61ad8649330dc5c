using HwToken.Aws.Model;
using HwToken.Aws.Tests.Support;

namespace HwToken.Aws.Tests.Sessions;

/// <summary>What holds between real processes, killed ones among them, and on disks that are full or read-only.</summary>
[Trait(Real.Name, Real.Yes)]
public sealed class ProcessTests : IAsyncLifetime
{
    private readonly List<ChildProcess> _children = [];
    private TestAws _aws = null!;

    public async Task InitializeAsync() => _aws = await TestAws.StartAsync(TimeProvider.System);

    public async Task DisposeAsync()
    {
        _children.ForEach(child => child.Dispose());
        await _aws.DisposeAsync();
    }

    [Fact]
    public async Task GetAsync_ManyProcesses_CauseOnePressAndOneCall()
    {
        ChildProcess[] all = [.. Enumerable.Range(0, Effort.Cases(few: 5, full: 20)).Select(_ => Start())];
        string[] states = await Task.WhenAll(all.Select(
            child => child.WaitForAsync(nameof(SessionProgress.AskingForCode), nameof(SessionProgress.WaitingForSession))));
        Assert.Single(states, nameof(SessionProgress.AskingForCode));

        Press();
        string[] sessions = await Task.WhenAll(all.Select(child => child.WaitForAsync("session ")));
        Assert.Single(sessions.Distinct());
        Assert.Equal(1, Asked);
        Assert.Single(_aws.Requests);
    }

    [Fact]
    public async Task GetAsync_LeaderKilledAtTheDevice_LeavesNoLock()
    {
        ChildProcess leader = Start();
        await leader.WaitForAsync(nameof(SessionProgress.AskingForCode));
        ChildProcess waiter = Start();
        await waiter.WaitForAsync(nameof(SessionProgress.WaitingForSession));

        leader.Kill();
        await waiter.WaitForAsync(nameof(SessionProgress.AskingForCode));
        Press();
        await waiter.WaitForAsync("session ");
        Assert.Equal(2, Asked);
    }

    [Fact]
    public async Task GetAsync_LeaderKilledAfterTheRequestLeft_LeavesTheCodeSpent()
    {
        var arrived = new TaskCompletionSource();
        using TransportStub stub = TransportStub.Hanging(arrived.SetResult);
        string sts = _aws.Home.Variables["AWS_ENDPOINT_URL_STS"];
        _aws.Home.Variables["AWS_ENDPOINT_URL_STS"] = stub.Url();
        Press();
        ChildProcess leader = Start();
        await leader.WaitForAsync(nameof(SessionProgress.CallingSts));
        await arrived.Task.WaitAsync(TimeSpan.FromMinutes(3));
        leader.Kill();

        _aws.Home.Variables["AWS_ENDPOINT_URL_STS"] = sts;
        await _aws.GetAsync();
        Assert.NotNull(Assert.Single(_aws.Device.Requests).AfterTimeStep);
    }

    [Fact]
    public async Task GetAsync_FailureOfAnotherProcess_IsShared()
    {
        using TransportStub gone = TransportStub.ClosingAtOnce();
        _aws.Home.Variables["AWS_ENDPOINT_URL_STS"] = gone.Url();
        ChildProcess leader = Start();
        await leader.WaitForAsync(nameof(SessionProgress.AskingForCode));
        ChildProcess[] waiters = [Start(), Start(), Start()];
        await Task.WhenAll(waiters.Select(w => w.WaitForAsync(nameof(SessionProgress.WaitingForSession))));

        gone.Stop();
        Press();
        string failure = await leader.WaitForAsync("failure ");
        Assert.StartsWith($"failure {FailureKind.Unreachable} ", failure, StringComparison.Ordinal);
        Assert.Equal([failure, failure, failure], await Task.WhenAll(waiters.Select(w => w.WaitForAsync("failure "))));
        Assert.Equal(1, Asked);
    }

    [TheoryNeedingMounts]
    [InlineData("size=4k", "SessionNotKept CodeNotRecorded")]
    [InlineData("ro", "SessionNotKept CodeNotRecorded NoLock")]
    public async Task GetAsync_DiskFullOrReadOnly_GivesTheSessionAndSaysWhatIsLost(string options, string warnings)
    {
        string folder = _aws.Home.CacheFolder;
        Directory.CreateDirectory(folder);
        Press();
        ChildProcess child = Start(
            "unshare", "--map-root-user", "--mount", "sh", "-c",
            $"mount -t tmpfs -o {options} none {folder} && (cat /dev/zero > {folder}/filler 2>&-; exec \"$@\")", "sh");
        IReadOnlyList<string> lines = await child.EndAsync();
        Assert.StartsWith("session ASIA", lines[^1], StringComparison.Ordinal);
        Assert.Equal(
            warnings.Split(' ').Order(StringComparer.Ordinal),
            lines.Where(l => l.StartsWith("warning ", StringComparison.Ordinal)).Select(l => l[8..]).Order(StringComparer.Ordinal));
    }

    private int Asked => File.ReadAllLines(Path.Combine(_aws.Home.Path, ChildProgram.AskedFile)).Length;

    private void Press() => File.WriteAllText(Path.Combine(_aws.Home.Path, ChildProgram.PressFile), "");

    private ChildProcess Start(params string[] wrapper)
    {
        ChildProcess child = ChildProcess.Start(_aws, wrapper: wrapper);
        _children.Add(child);
        return child;
    }
}
