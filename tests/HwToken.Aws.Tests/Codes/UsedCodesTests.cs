using HwToken.Aws.Codes;
using HwToken.Aws.Model;
using HwToken.Base.Files;
using Microsoft.Extensions.Time.Testing;

namespace HwToken.Aws.Tests.Codes;

/// <summary>The ledger of used codes, and the turns that it gives.</summary>
public sealed class UsedCodesTests : IDisposable
{
    private const string Serial = "arn:aws:iam::123456789012:mfa/alice";

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(1_000_000 * 30L + 10));
    private readonly WarningList _warnings = new();
    private readonly UsedCodeLedger _ledger;

    public UsedCodesTests() => _ledger = new UsedCodeLedger(new PrivateFolder(_folder["devices"]), _time);

    [Fact]
    public async Task AfterTimeStep_NothingSpent_IsNull()
    {
        using DeviceTurn turn = await TakeAsync();
        Assert.Null(turn.AfterTimeStep);
        Assert.Equal(1_000_000, turn.CurrentStep);
    }

    [Fact]
    public async Task Spend_Step_IsSpentForEverybodyAfterwards()
    {
        await SpendAsync(1_000_000, 999_999);
        using DeviceTurn turn = await TakeAsync();
        Assert.Equal(1_000_000, turn.AfterTimeStep);
        Assert.True(turn.IsSpent(1_000_000) && turn.IsSpent(999_999));
        Assert.False(turn.IsSpent(1_000_001));
    }

    [Fact]
    public async Task Spend_Step_IsOnDiskBeforeTheTurnEnds()
    {
        using DeviceTurn turn = await TakeAsync();
        turn.Spend(1_000_000);
        string file = Directory.EnumerateFiles(_folder["devices"], "*.json").Single();
        Assert.Contains("1000000", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TakeBack_SpentStep_IsAsItWas()
    {
        await SpendAsync(999_999);
        using (DeviceTurn turn = await TakeAsync())
        {
            turn.Spend(1_000_000);
            turn.TakeBack(1_000_000);
        }

        using DeviceTurn next = await TakeAsync();
        Assert.Equal(999_999, next.AfterTimeStep);
        Assert.False(next.IsSpent(1_000_000));
    }

    [Fact]
    public async Task AfterTimeStep_SpentByAClockFarAhead_IsNotWaitedForAndStaysSpent()
    {
        await SpendAsync(1_000_000, 1_000_120);
        using DeviceTurn turn = await TakeAsync();
        Assert.Equal(1_000_000, turn.AfterTimeStep);
        Assert.True(turn.IsSpent(1_000_120));
    }

    [Theory]
    [InlineData(2, 1_000_002)]
    [InlineData(3, null)]
    public async Task AfterTimeStep_SpentByAClockSomewhatAhead_IsWaitedFor(int ahead, int? expected)
    {
        await SpendAsync(1_000_000 + ahead);
        using DeviceTurn turn = await TakeAsync();
        Assert.Equal(expected, turn.AfterTimeStep);
    }

    [Fact]
    public async Task IsSpent_OtherDevice_IsNot()
    {
        await SpendAsync(1_000_000);
        using DeviceTurn turn = await TakeAsync("arn:aws:iam::123456789012:mfa/bob");
        Assert.False(turn.IsSpent(1_000_000));
    }

    [Fact]
    public async Task IsSpent_AfterADay_IsForgotten()
    {
        await SpendAsync(1_000_000);
        _time.Advance(TimeSpan.FromHours(23));
        using (DeviceTurn turn = await TakeAsync())
        {
            Assert.True(turn.IsSpent(1_000_000));
            turn.Spend(turn.CurrentStep);
        }

        _time.Advance(TimeSpan.FromHours(2));
        using (DeviceTurn turn = await TakeAsync())
        {
            Assert.False(turn.IsSpent(1_000_000));
            turn.Spend(turn.CurrentStep);
        }

        string file = Directory.EnumerateFiles(_folder["devices"], "*.json").Single();
        Assert.DoesNotContain("1000000", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spend_NoPlaceForTheLedger_WarnsAndRemembersForTheTurn()
    {
        File.WriteAllText(_folder["file"], "");
        var ledger = new UsedCodeLedger(new PrivateFolder(_folder["file", "devices"]), _time);
        using DeviceTurn turn = await ledger.TakeTurnAsync(Serial, _warnings, _ => { }, CancellationToken.None);
        turn.Spend(1_000_000);
        Assert.True(turn.IsSpent(1_000_000));
        Assert.Equal([WarningKind.NoLock, WarningKind.CodeNotRecorded], _warnings.All.Select(w => w.Kind));
    }

    [Fact]
    public async Task TakeTurnAsync_CorruptFile_StartsOver()
    {
        await SpendAsync(1_000_000);
        File.WriteAllText(Directory.EnumerateFiles(_folder["devices"], "*.json").Single(), "{ corrupt");
        using (DeviceTurn turn = await TakeAsync())
        {
            Assert.Null(turn.AfterTimeStep);
            turn.Spend(1_000_000);
        }

        using DeviceTurn next = await TakeAsync();
        Assert.Equal(1_000_000, next.AfterTimeStep);
        Assert.Empty(_warnings.All);
    }

    [Fact]
    public async Task TakeTurnAsync_AnothersTurn_WaitsForItsEnd()
    {
        DeviceTurn first = await TakeAsync();
        int waits = 0;
        Task<DeviceTurn> second = _ledger.TakeTurnAsync(Serial, _warnings, _ => waits++, CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(second.IsCompleted);
        using DeviceTurn other = await TakeAsync("arn:aws:iam::123456789012:mfa/bob");

        first.Spend(1_000_000);
        first.Dispose();
        while (!second.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        using DeviceTurn turn = await second;
        Assert.Equal(1_000_000, turn.AfterTimeStep);
        Assert.Equal(1, waits);
    }

    [Fact]
    public async Task TakeTurnAsync_SeveralWait_OneIsTheFirst()
    {
        var isFirst = new List<bool>();
        using DeviceTurn held = await TakeAsync();
        using var cancellation = new CancellationTokenSource();
        Task<DeviceTurn>[] waiting =
        [
            .. Enumerable.Range(0, 3).Select(_ => _ledger.TakeTurnAsync(Serial, _warnings, isFirst.Add, cancellation.Token)),
        ];
        Assert.Equal([true, false, false], isFirst);

        await cancellation.CancelAsync();
        foreach (Task<DeviceTurn> one in waiting)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        }

        // All of those are gone: who waits now is the first again.
        _ = _ledger.TakeTurnAsync(Serial, _warnings, isFirst.Add, cancellation.Token);
        Assert.Equal([true, false, false, true], isFirst);
    }

    public void Dispose() => _folder.Dispose();

    private Task<DeviceTurn> TakeAsync(string serial = Serial) =>
        _ledger.TakeTurnAsync(serial, _warnings, _ => { }, CancellationToken.None);

    private async Task SpendAsync(params long[] steps)
    {
        using DeviceTurn turn = await TakeAsync();
        Array.ForEach(steps, turn.Spend);
    }
}
