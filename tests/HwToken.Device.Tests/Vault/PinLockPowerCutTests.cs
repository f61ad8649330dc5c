using HwToken.Core.Protocol;
using HwToken.Device.Storage;
using HwToken.TestKit.Storage;

namespace HwToken.Device.Tests.Vault;

/// <summary>
/// The power goes at every operation on files, in every way that a file system may take it: a try stays counted, a PIN is
/// the old one or the new one, and what has begun to be erased is erased.
/// </summary>
public class PinLockPowerCutTests
{
    private const string Pin = "258013";
    private const string Other = "112233";
    private const string Wrong = "999999";

    [Fact]
    public void Try_Wrong_IsNeverGivenBack()
    {
        int cuts = ForEveryCut(
            WithPin(),
            bench =>
            {
                Status begun = bench.Lock.TryCheck(PinBench.Digits(Wrong), Wrong.Length, bench.NowMs);
                Assert.Equal(Status.Ok, begun);
                return () => Assert.Equal(Status.PinWrong, bench.Finish());
            },
            (after, hasBegun) =>
            {
                Assert.InRange(after.Lock.TriesLeft, 7, hasBegun ? 7 : 8);
                Assert.Equal(Status.Ok, after.Try(Pin));
            });
        Assert.InRange(cuts, 50, int.MaxValue);
    }

    [Fact]
    public void Try_Right_CountsUntilItIsKnownToBeRight() => ForEveryCut(
        WithPin(),
        bench =>
        {
            bench.Lock.TryCheck(PinBench.Digits(Pin), Pin.Length, bench.NowMs);
            return () => Assert.Equal(Status.Ok, bench.Finish());
        },
        (after, _) =>
        {
            Assert.InRange(after.Lock.TriesLeft, 7, 8);
            Assert.True(after.Lock.IsLocked);
            Assert.Equal(Status.Ok, after.Try(Pin));
            Assert.Equal(8, after.Lock.TriesLeft);
        });

    [Fact]
    public void Set_First_LeavesNoneOrTheNewOne() => ForEveryCut(
        new CuttableFlash(),
        bench => () => bench.Set(Pin, maxTries: 5, erases: true),
        (after, _) =>
        {
            if (after.Lock.IsSet)
            {
                Assert.True(after.Lock.IsLocked);
                Assert.Equal(5, after.Lock.TriesLeft);
                Assert.Equal(Status.Ok, after.Try(Pin));
            }
            else
            {
                Assert.False(after.Lock.IsLocked);
            }
        });

    [Fact]
    public void Set_Anew_LeavesTheOldOneOrTheNewOne() => ForEveryCut(
        WithPin(),
        bench =>
        {
            Assert.Equal(Status.Ok, bench.Try(Pin));
            return () => bench.Set(Other, maxTries: 5);
        },
        (after, _) =>
        {
            Assert.True(after.Lock.IsLocked);
            bool isNew = after.Vault.State.Pin.MaxTries == 5;
            Assert.Equal(Status.PinWrong, after.Try(isNew ? Pin : Other));
            Assert.Equal(Status.Ok, after.Try(isNew ? Other : Pin));
        });

    [Fact]
    public void Remove_Cut_LeavesThePinOrNone() => ForEveryCut(
        WithPin(),
        bench =>
        {
            Assert.Equal(Status.Ok, bench.Try(Pin));
            return () => bench.Lock.Remove();
        },
        (after, _) =>
        {
            Assert.Equal(after.Lock.IsSet, after.Lock.IsLocked);
            Assert.Equal(after.Lock.IsSet ? Status.Ok : Status.PinNotSet, after.Try(Pin));
        });

    [Fact]
    public void LastTry_WrongAndErasing_IsErasedWhateverIsCut()
    {
        CuttableFlash files = WithPin(maxTries: 3, erases: true);
        var bench = new PinBench(new AtomicStorage(files));
        bench.Try(Wrong);
        bench.Try(Wrong);
        ForEveryCut(
            files.Restarted(),
            token =>
            {
                token.NowMs += 60_000;
                token.Lock.WaitSeconds(token.NowMs);
                token.NowMs += 60_000;
                Assert.Equal(Status.Ok, token.Lock.TryCheck(PinBench.Digits(Wrong), Wrong.Length, token.NowMs));
                return () => Assert.Equal(Status.PinErased, token.Finish());
            },
            (after, hasBegun) =>
            {
                bool isErased = !after.Lock.IsSet;
                Assert.Equal(isErased, after.Vault.State.Log.Total == 1);
                Assert.True(isErased || (!hasBegun && after.Lock.TriesLeft == 1));
            });
    }

    [Fact]
    public void Start_ErasingUnfinished_IsFinishedWhateverIsCutAgain()
    {
        CuttableFlash files = WithPin(maxTries: 3, erases: true);
        var bench = new PinBench(new AtomicStorage(files));
        bench.Try(Wrong);
        bench.Try(Wrong);
        bench.NowMs += 60_000;
        bench.Lock.TryCheck(PinBench.Digits(Wrong), Wrong.Length, bench.NowMs);

        // The last try is counted, and nothing has come of it yet.
        ForEveryCut(files.Restarted(), _ => () => { }, (after, _) => Assert.False(after.Lock.IsSet));
    }

    private static CuttableFlash WithPin(int maxTries = 8, bool erases = false)
    {
        var files = new CuttableFlash();
        Assert.Equal(Status.Ok, new PinBench(new AtomicStorage(files)).Set(Pin, maxTries, erases));
        return files.Restarted();
    }

    /// <param name="begin">What comes first, and what then. Both are cut.</param>
    /// <param name="check">Given the token after its next start, and whether the first part was done.</param>
    /// <returns>How many ways there were.</returns>
    private static int ForEveryCut(CuttableFlash start, Func<PinBench, Action> begin, Action<PinBench, bool> check)
    {
        CuttableFlash files = start.Restarted();
        files.Disk.TearsInSomeWays = !Effort.IsFull;
        bool hasBegun = false;
        return files.Disk.ForEachCut(
            () =>
            {
                Action finish = begin(new PinBench(new AtomicStorage(files)));
                hasBegun = true;
                finish();
            },
            left =>
            {
                var after = new PinBench(new AtomicStorage(new CuttableFlash(left)));
                Assert.False(after.Vault.IsFaulted);
                check(after, hasBegun);
            });
    }
}
