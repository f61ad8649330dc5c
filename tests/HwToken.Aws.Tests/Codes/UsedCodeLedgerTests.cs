using HwToken.Aws.Codes;
using HwToken.Aws.Model;
using HwToken.Base.Files;
using Microsoft.Extensions.Time.Testing;

namespace HwToken.Aws.Tests.Codes;

public sealed class UsedCodeLedgerTests : IDisposable
{
    private const string Serial = "arn:aws:iam::123456789012:mfa/alice";

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(1_000_000 * 30L + 10));
    private readonly WarningList _warnings = new();
    private readonly UsedCodeLedger _ledger;

    public UsedCodeLedgerTests() => _ledger = new UsedCodeLedger(new PrivateFolder(_folder["devices"]), _time);

    [Fact]
    public async Task TakeTurnAsync_CorruptFile_BeginsAnew()
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
