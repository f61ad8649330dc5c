using System.Diagnostics;
using System.Runtime.Versioning;
using HwToken.Base.Files;
using HwToken.Client.Errors;
using HwToken.Client.Locks;
using HwToken.Client.Tests.Peers;
using HwToken.Client.Transports;
using Microsoft.Extensions.Time.Testing;

namespace HwToken.Client.Tests.Locks;

public sealed class PortLockTests : IDisposable
{
    private static readonly PortAddress Port = PortAddress.Parse("tcp:127.0.0.1:4000");

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private int _waited;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AcquireAsync_Free_IsHadAtOnce()
    {
        using PortLock held = await AcquireAsync(TimeSpan.Zero);

        Assert.Equal(0, _waited);
        Assert.Equal("port-tcp-127.0.0.1-4000.lock", Path.GetFileName(Assert.Single(Directory.GetFiles(_folder["locks"]))));
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task AcquireAsync_MadeFolderAndFiles_AreTheUsersAlone()
    {
        using PortLock held = await AcquireWithTokenAsync();

        const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(Private | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder["locks"]));
        Assert.Equal([Private, Private], Directory.GetFiles(_folder["locks"]).Select(File.GetUnixFileMode));
    }

    [Fact]
    public async Task AcquireAsync_HeldAndNoTimeToWait_IsBusy()
    {
        using PortLock other = await AcquireAsync(TimeSpan.Zero);

        var e = await Assert.ThrowsAsync<PortBusyException>(() => AcquireAsync(TimeSpan.Zero));

        Assert.Equal((Port.Text, true), (e.Port, e.IsUsedByHwToken));
        Assert.Contains("another hwtoken", e.Message, StringComparison.Ordinal);
        Assert.Equal(0, _waited);
    }

    [Fact]
    public async Task AcquireAsync_HeldAndFreedMeanwhile_WaitsAndSaysSoOnce()
    {
        PortLock other = await AcquireAsync(TimeSpan.Zero);
        Task<PortLock> acquiring = AcquireAsync(TimeSpan.FromSeconds(10));
        Assert.False(acquiring.IsCompleted);

        other.Dispose();
        await AdvanceUntilAsync(acquiring, TimeSpan.FromSeconds(9));

        (await acquiring).Dispose();
        Assert.Equal(1, _waited);
    }

    [Fact]
    public async Task AcquireAsync_HeldForTooLong_IsBusyWhenTheTimeIsOver()
    {
        using PortLock other = await AcquireAsync(TimeSpan.Zero);
        Task<PortLock> acquiring = AcquireAsync(TimeSpan.FromSeconds(10));

        await AdvanceUntilAsync(acquiring, TimeSpan.FromSeconds(11));

        await Assert.ThrowsAsync<PortBusyException>(() => acquiring);
        Assert.Equal(1, _waited);
    }

    [Fact]
    public async Task AcquireAsync_ProbeOfAPortWhereATokenWasFound_IsBusyAtOnce()
    {
        using PortLock other = await AcquireAsync(TimeSpan.Zero);
        Task<PortLock> probing = ProbeAsync();
        Assert.False(probing.IsCompleted);

        other.NoteToken();
        await AdvanceUntilAsync(probing, TimeSpan.FromSeconds(1));

        Assert.True((await Assert.ThrowsAsync<PortBusyException>(() => probing)).IsToken);
        Assert.True((await Assert.ThrowsAsync<PortBusyException>(ProbeAsync)).IsToken);
    }

    [Fact]
    public async Task AcquireAsync_ProbeOfAPortThatIsHeldForTooLong_KnowsOfNoToken()
    {
        using PortLock other = await AcquireAsync(TimeSpan.Zero);
        Task<PortLock> probing = ProbeAsync();

        await AdvanceUntilAsync(probing, TimeSpan.FromSeconds(11));

        Assert.False((await Assert.ThrowsAsync<PortBusyException>(() => probing)).IsToken);
    }

    [Fact]
    public async Task AcquireAsync_AfterAHolderThatFoundAToken_NothingIsKnown()
    {
        (await AcquireWithTokenAsync()).Dispose();
        Assert.Single(Directory.GetFiles(_folder["locks"]));
        using PortLock other = await AcquireAsync(TimeSpan.Zero);
        Task<PortLock> probing = ProbeAsync();

        await AdvanceUntilAsync(probing, TimeSpan.FromSeconds(11));

        Assert.False((await Assert.ThrowsAsync<PortBusyException>(() => probing)).IsToken);
    }

    [Fact]
    public async Task AcquireAsync_NoteOfAHolderThatWasKilled_IsForgotten()
    {
        string note;
        using (await AcquireWithTokenAsync())
        {
            note = Assert.Single(Directory.GetFiles(_folder["locks"], "*.token"));
        }

        File.WriteAllBytes(note, []);

        using PortLock next = await AcquireAsync(TimeSpan.Zero);

        Assert.False(File.Exists(note));
    }

    [Fact]
    public async Task NoteToken_FolderCannotBeMade_IsLeftOut()
    {
        File.WriteAllText(_folder["locks"], "");

        (await AcquireWithTokenAsync()).Dispose();
    }

    [Fact]
    public async Task AcquireAsync_Cancelled_StopsWaiting()
    {
        using PortLock other = await AcquireAsync(TimeSpan.Zero);
        using var cancellation = new CancellationTokenSource();
        Task<PortLock> acquiring = AcquireAsync(TimeSpan.FromSeconds(10), cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => acquiring);
    }

    [UnixFact]
    public async Task AcquireAsync_SymlinkToAHeldPort_IsTheSamePort()
    {
        File.WriteAllText(_folder["ttyUSB0"], "");
        File.CreateSymbolicLink(_folder["token"], _folder["ttyUSB0"]);
        using PortLock other = await AcquireAsync(PortAddress.Parse(_folder["ttyUSB0"]));

        await Assert.ThrowsAsync<PortBusyException>(() => AcquireAsync(PortAddress.Parse(_folder["token"])));
    }

    [LinuxFact]
    public async Task AcquireAsync_HolderKilled_IsFree()
    {
        (await AcquireAsync(TimeSpan.Zero)).Dispose();
        string file = Assert.Single(Directory.GetFiles(_folder["locks"]));
        using Process holder = Process.Start(new ProcessStartInfo("flock", ["-F", "-x", file, "sh", "-c", "echo held; exec cat"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;
        Assert.Equal("held", await holder.StandardOutput.ReadLineAsync());
        await Assert.ThrowsAsync<PortBusyException>(() => AcquireAsync(TimeSpan.Zero));

        holder.Kill();
        await holder.WaitForExitAsync();

        (await AcquireAsync(TimeSpan.Zero)).Dispose();
    }

    [Fact]
    public async Task AcquireAsync_OtherPort_IsFree()
    {
        using PortLock other = await AcquireAsync(TimeSpan.Zero);

        (await AcquireAsync(PortAddress.Parse("tcp:127.0.0.1:4001"))).Dispose();
    }

    [Fact]
    public async Task AcquireAsync_FolderCannotBeMade_DoesNotKeepAnybodyFromThePort()
    {
        // A file in the place of the folder, since no folder is read-only to root.
        File.WriteAllText(_folder["locks"], "");

        (await AcquireAsync(TimeSpan.Zero)).Dispose();
    }

    [Fact]
    public async Task AcquireAsync_FolderInTheLocksPlace_IsSaidAndNotGoneWithout()
    {
        Directory.CreateDirectory(_folder["locks", "port-tcp-127.0.0.1-4000.lock"]);

        await Assert.ThrowsAsync<ObstacleException>(() => AcquireAsync(TimeSpan.Zero));
    }

    private Task<PortLock> AcquireAsync(TimeSpan wait, CancellationToken cancellationToken = default) =>
        PortLock.AcquireAsync(_folder["locks"], Port, wait, () => _waited++, _time, cancellationToken);

    private Task<PortLock> AcquireAsync(PortAddress port) =>
        PortLock.AcquireAsync(_folder["locks"], port, TimeSpan.Zero, null, _time, CancellationToken.None);

    private Task<PortLock> ProbeAsync() =>
        PortLock.AcquireAsync(_folder["locks"], Port, TimeSpan.FromSeconds(10), null, _time, CancellationToken.None, isProbe: true);

    private async Task<PortLock> AcquireWithTokenAsync()
    {
        PortLock held = await AcquireAsync(TimeSpan.Zero);
        held.NoteToken();
        return held;
    }

    private async Task AdvanceUntilAsync(Task task, TimeSpan atMost)
    {
        for (TimeSpan step = TimeSpan.FromMilliseconds(50), passed = TimeSpan.Zero; !task.IsCompleted && passed < atMost; passed += step)
        {
            _time.Advance(step);
            await Task.Yield();
        }
    }
}
