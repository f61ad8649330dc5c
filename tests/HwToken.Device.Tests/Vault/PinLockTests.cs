using HwToken.Core.Audit;
using HwToken.Core.Protocol;
using HwToken.Device.Vault;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.Vault;

public class PinLockTests
{
    private const string Pin = "258013";
    private const string Wrong = "258014";

    private readonly MemoryStorage _storage = new();

    [Fact]
    public void NewToken_NoPin_IsOpenAndTakesNone()
    {
        var bench = new PinBench(_storage);
        Assert.False(bench.Lock.IsSet || bench.Lock.IsLocked || bench.Lock.IsBlocked || bench.Lock.IsBusy);
        Assert.Equal(Status.PinNotSet, bench.Lock.CheckTry(bench.NowMs));
        Assert.Equal(Status.PinNotSet, bench.Try(Pin));
        bench.Lock.Lock();
        Assert.False(bench.Lock.IsLocked);
    }

    [Fact]
    public void Set_ThenRestart_LocksAndTheRightPinOpens()
    {
        PinBench bench = Locked();
        Assert.True(bench.Lock.IsLocked);
        Assert.Equal(Status.PinWrong, bench.Try(Wrong));
        Assert.True(bench.Lock.IsLocked);
        Assert.Equal(Status.Ok, bench.Try(Pin));
        Assert.False(bench.Lock.IsLocked);
    }

    [Fact]
    public void Lock_Open_ForgetsTheKeysUntilThePin()
    {
        var bench = new PinBench(_storage);
        bench.Set(Pin);
        bench.Lock.Lock();
        Assert.True(bench.Lock.IsLocked);
        Assert.Equal(Status.Ok, bench.Try(Pin));
        Assert.False(bench.Lock.IsLocked);
    }

    [Theory]
    [InlineData("")]
    [InlineData("123")]
    [InlineData("1234567890123")]
    [InlineData("12:4")]
    public void SetAndTry_NoPin_IsInvalidAndCostsNothing(string pin)
    {
        PinBench bench = Locked();
        Assert.Equal(Status.PinInvalid, bench.Try(pin));
        Assert.Equal(8, bench.Lock.TriesLeft);
        Assert.Equal(Status.Ok, bench.Try(Pin));
        Assert.Equal(Status.PinInvalid, bench.Set(pin));
        Assert.Equal(Status.Ok, Again().Try(Pin));
    }

    [Theory]
    [InlineData("0000")]
    [InlineData("999999999999")]
    public void Set_ShortestAndLongest_Opens(string pin)
    {
        new PinBench(_storage).Set(pin);
        var bench = new PinBench(_storage);
        Assert.Equal(Status.PinWrong, bench.Try(pin[1..] + "5"));
        Assert.Equal(Status.Ok, bench.Try(pin));
    }

    [Fact]
    public void Set_Anew_TheOldOneIsWrong()
    {
        var bench = new PinBench(_storage);
        bench.Set(Pin);
        Assert.Equal(Status.Ok, bench.Set("112233"));
        Assert.Equal(Status.PinWrong, Again().Try(Pin));
        Assert.Equal(Status.Ok, Again().Try("112233"));
    }

    [Fact]
    public void Set_Locked_IsRefused()
    {
        PinBench bench = Locked();
        Assert.Equal(Status.Locked, bench.Set("112233"));
        Assert.Equal(Status.Locked, bench.Lock.Remove());
        Assert.Equal(Status.Ok, Again().Try(Pin));
    }

    [Fact]
    public void Remove_Open_ThenRestartIsOpen()
    {
        PinBench bench = Locked();
        bench.Try(Pin);
        Assert.Equal(Status.Ok, bench.Lock.Remove());
        var next = new PinBench(_storage);
        Assert.False(next.Lock.IsSet || next.Lock.IsLocked);
    }

    [Fact]
    public void TryCheck_Counted_BeforeAnythingIsComputed()
    {
        PinBench bench = Locked();
        Assert.Equal(Status.Ok, bench.Lock.TryCheck(PinBench.Digits(Pin), Pin.Length, bench.NowMs));
        Assert.Equal(7, Again().Lock.TriesLeft);
        Assert.Equal(Status.Busy, bench.Lock.TryCheck(PinBench.Digits(Pin), Pin.Length, bench.NowMs));
        Assert.Equal(Status.Busy, bench.Lock.TrySet(PinBench.Digits(Pin), Pin.Length, 8, false, bench.NowMs));
        Assert.Equal(Status.Ok, bench.Finish());
        Assert.Equal(8, Again().Lock.TriesLeft);
    }

    /// <summary>Who gives up the last try has used it: it ends as a wrong one does.</summary>
    [Theory]
    [InlineData(true, Status.PinErased)]
    [InlineData(false, Status.PinBlocked)]
    public void Cancel_LastTry_EndsAsAWrongOne(bool erases, Status expected)
    {
        var bench = new PinBench(_storage);
        bench.Set(Pin, maxTries: 3, erases);
        bench.Try("9999");
        bench.Try("9999");
        bench.NowMs += 60_000;
        Assert.Equal(Status.Ok, bench.Lock.TryCheck(PinBench.Digits(Pin), Pin.Length, bench.NowMs));

        Assert.Equal(expected, bench.Lock.Cancel(bench.NowMs));

        Assert.Equal(!erases, bench.Lock.IsSet);
        Assert.Equal(!erases, bench.Lock.IsLocked);
        Assert.Equal(!erases, bench.Lock.IsBlocked);
    }

    [Fact]
    public void Cancel_Checking_KeepsTheTryCounted()
    {
        PinBench bench = Locked();
        bench.Lock.TryCheck(PinBench.Digits(Pin), Pin.Length, bench.NowMs);
        bench.Lock.Step(bench.NowMs);
        bench.Lock.Cancel(bench.NowMs);
        Assert.False(bench.Lock.IsBusy);
        Assert.True(bench.Lock.IsLocked);
        Assert.Equal(7, bench.Lock.TriesLeft);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(15)]
    public void Try_WrongUpToTheLast_CostsOneEachAndWaitsLonger(int maxTries)
    {
        PinBench bench = Locked(maxTries);
        for (int used = 1; used < maxTries; used++)
        {
            Assert.Equal(Status.PinWrong, bench.Try(Wrong));
            Assert.Equal(maxTries - used, bench.Lock.TriesLeft);
            int wait = Math.Min(64, 1 << (used - 1));
            Assert.Equal((wait, wait), (bench.Lock.WaitSeconds(bench.NowMs), bench.Lock.WholeWaitSeconds));
            Assert.Equal(Status.PinWait, bench.Lock.TryCheck(PinBench.Digits(Pin), Pin.Length, bench.NowMs + (1000 * wait) - 1));
            Assert.Equal(maxTries - used, bench.Lock.TriesLeft);
        }

        Assert.Equal(Status.PinBlocked, bench.Try(Wrong));
        Assert.True(bench.Lock.IsBlocked && bench.Lock.IsLocked);
        Assert.Equal(Status.PinBlocked, bench.Try(Pin));
        Assert.Equal(Status.PinBlocked, Again().Try(Pin));
        Assert.Equal(VaultHealth.Good, Again().Vault.Health);
    }

    [Fact]
    public void Try_LastOneRight_OpensAndGivesAllTriesBack()
    {
        PinBench bench = Locked(maxTries: 3);
        bench.Try(Wrong);
        bench.Try(Wrong);
        Assert.Equal(Status.Ok, bench.Try(Pin));
        Assert.Equal((3, 0), (bench.Lock.TriesLeft, bench.Lock.WaitSeconds(bench.NowMs)));
        Assert.False(bench.Lock.IsBlocked);
        Assert.Equal(3, Again().Lock.TriesLeft);
    }

    [Fact]
    public void Wait_PowerOffAndOn_BeginsAnew()
    {
        PinBench bench = Locked();
        for (int i = 0; i < 4; i++)
        {
            bench.Try(Wrong);
        }

        bench.NowMs += 7000;
        Assert.Equal(1, bench.Lock.WaitSeconds(bench.NowMs));
        PinBench next = Again();
        Assert.Equal(8, next.Lock.WaitSeconds(next.NowMs));
        Assert.Equal(Status.PinWait, next.Lock.CheckTry(next.NowMs + 7999));
        Assert.Equal(Status.Ok, next.Lock.CheckTry(next.NowMs + 8000));
    }

    [Fact]
    public void Try_WrongOnAnOpenToken_CountsAndTheLastOneLocksIt()
    {
        PinBench bench = Locked(maxTries: 3);
        bench.Try(Pin);
        Assert.Equal(Status.PinWrong, bench.Try(Wrong));
        Assert.False(bench.Lock.IsLocked);
        Assert.False(bench.Lock.WasJustGiven(bench.NowMs));
        bench.Try(Wrong);
        Assert.Equal(Status.PinBlocked, bench.Try(Wrong));
        Assert.True(bench.Lock.IsLocked);
    }

    [Fact]
    public void Try_LastOneWrongAndErasing_BeginsAnew()
    {
        PinBench bench = Locked(maxTries: 3, erases: true);
        bench.Try(Wrong);
        bench.Try(Wrong);
        Assert.Equal(Status.PinErased, bench.Try(Wrong));
        Assert.True(bench.Lock.HasErased);
        Assert.False(bench.Lock.IsSet || bench.Lock.IsLocked);
        Assert.Equal(VaultHealth.Good, bench.Vault.Health);
        Assert.Equal(1, bench.Vault.State.Log.Total);
        bench.Set(Pin);
        Assert.False(bench.Lock.HasErased);
    }

    [Fact]
    public void Try_LastOneWrongAndStorageDoesNotErase_IsErasedAtTheNextStart()
    {
        PinBench bench = Locked(maxTries: 3, erases: true);
        bench.Try(Wrong);
        bench.Try(Wrong);
        _storage.Refuses = (_, operation) => operation == nameof(MemoryStorage.Erase);
        Assert.Equal(Status.StorageFailed, bench.Try(Wrong));
        Assert.Equal(Status.PinBlocked, bench.Try(Pin));
        _storage.Refuses = (_, _) => false;
        PinBench next = Again();
        Assert.True(next.Lock.HasErased);
        Assert.False(next.Lock.IsSet);
    }

    [Fact]
    public void Try_StorageDoesNotCount_IsRefusedUnchecked()
    {
        PinBench bench = Locked();
        _storage.Refuses = (_, operation) => operation == nameof(MemoryStorage.Commit);
        Assert.Equal(Status.StorageFailed, bench.Try(Pin));
        Assert.False(bench.Lock.IsBusy);
        Assert.True(bench.Lock.IsLocked);
        Assert.Equal(8, bench.Lock.TriesLeft);
    }

    [Fact]
    public void Try_RightAndStorageDoesNotGiveBack_StaysLocked()
    {
        PinBench bench = Locked();
        bench.Lock.TryCheck(PinBench.Digits(Pin), Pin.Length, bench.NowMs);
        _storage.Refuses = (_, operation) => operation == nameof(MemoryStorage.Commit);
        Assert.Equal(Status.StorageFailed, bench.Finish());
        Assert.True(bench.Lock.IsLocked);
        Assert.False(bench.Lock.WasJustGiven(bench.NowMs));
        Assert.Equal(7, bench.Lock.TriesLeft);
        _storage.Refuses = (_, _) => false;
        Assert.Equal(Status.Ok, bench.Try(Pin));
    }

    [Fact]
    public void SetAndRemove_StorageRefuses_KeepTheOldPin()
    {
        PinBench bench = Locked();
        bench.Try(Pin);
        _storage.Refuses = (_, operation) => operation == nameof(MemoryStorage.Commit);
        Assert.Equal(Status.StorageFailed, bench.Set("112233", maxTries: 3, erases: true));
        Assert.Equal(Status.StorageFailed, bench.Lock.Remove());
        _storage.Refuses = (_, _) => false;
        Assert.True(bench.Lock.IsSet);
        Assert.Equal((8, false), (bench.Vault.State.Pin.MaxTries, bench.Vault.State.Pin.ErasesAtTheEnd));
        Assert.Equal(Status.Ok, Again().Try(Pin));
    }

    [Fact]
    public void WasJustGiven_ForAMinute_AfterARightPinAndAfterSettingOne()
    {
        PinBench bench = Locked();
        Assert.False(bench.Lock.WasJustGiven(bench.NowMs));
        bench.Try(Pin);
        Assert.True(bench.Lock.WasJustGiven(bench.NowMs + PinLock.FreshMs - 1));
        Assert.False(bench.Lock.WasJustGiven(bench.NowMs + PinLock.FreshMs));
        bench.NowMs += PinLock.FreshMs;
        bench.Set("112233");
        Assert.True(bench.Lock.WasJustGiven(bench.NowMs));
        bench.Lock.Lock();
        Assert.False(bench.Lock.WasJustGiven(bench.NowMs));
    }

    [Theory]
    [InlineData(10, 3200)]
    [InlineData(1, 32000)]
    [InlineData(1000, PinLock.MinRounds)]
    public void Set_ChipOfAnySpeed_StoresTheRoundsOfOneSecondOrTheLeast(int portionMs, int rounds)
    {
        var bench = new PinBench(_storage);
        bench.Lock.TrySet(PinBench.Digits(Pin), Pin.Length, 8, false, bench.NowMs);
        do
        {
            bench.NowMs += portionMs;
        }
        while (!bench.Lock.Step(bench.NowMs));

        Assert.Equal(Status.Ok, bench.Lock.Result);
        Assert.InRange(bench.Vault.State.KeySlot.Rounds, rounds, rounds + 32);
        Assert.Equal(Status.Ok, Again().Try(Pin));
    }

    [Fact]
    public void Percent_CheckingAndSetting_GoesUpToTheEnd()
    {
        var bench = new PinBench(_storage);
        bench.Lock.TrySet(PinBench.Digits(Pin), Pin.Length, 8, false, bench.NowMs);
        Assert.Equal(0, bench.Lock.Percent(bench.NowMs));
        Assert.Equal(50, bench.Lock.Percent(bench.NowMs + 500));
        Assert.Equal(100, bench.Lock.Percent(bench.NowMs + 5000));
        bench.Finish();
        bench.Lock.TryCheck(PinBench.Digits(Pin), Pin.Length, bench.NowMs);
        int before = -1;
        do
        {
            Assert.InRange(bench.Lock.Percent(bench.NowMs), before + 1, 100);
            before = bench.Lock.Percent(bench.NowMs);
        }
        while (!bench.Lock.Step(bench.NowMs));
    }

    [Fact]
    public void Log_SetWrongRemoved_TellsOfEach()
    {
        var bench = new PinBench(_storage);
        long before = bench.Vault.State.Log.Total;
        bench.Set(Pin, maxTries: 5);
        bench.Try(Wrong);
        bench.Try(Pin);
        bench.Lock.Remove();
        byte[] entries = new byte[3 * AuditEntry.Length];
        bench.Vault.State.Log.WriteEntries(new PayloadWriter(entries), (int)before, 3);
        var reader = new PayloadReader();
        reader.Reset(entries, 0, entries.Length);
        var told = new List<(AuditEvent, long)>();
        for (int i = 0; i < 3; i++)
        {
            var entry = new AuditEntry();
            entry.Read(reader);
            told.Add((entry.Event, entry.Detail));
        }

        Assert.Equal([(AuditEvent.PinSet, 5), (AuditEvent.PinFailed, 1), (AuditEvent.PinRemoved, 0)], told);
        Assert.Equal(before + 3, bench.Vault.State.Log.Total);
    }

    [Fact]
    public void Report_LockedAndBlocked_TellsWhatIsLeft()
    {
        PinBench bench = Locked(maxTries: 5, erases: false);
        var state = new Core.Protocol.Messages.PinState();
        bench.Try(Wrong);
        bench.Lock.Report(state);
        Assert.Equal((true, true, false, 4, 5), (state.IsSet, state.IsLocked, state.Erases, state.TriesLeft, state.MaxTries));
        bench.Try(Pin);
        bench.Lock.Remove();
        bench.Lock.Report(state);
        Assert.Equal((false, false, false, 0, 0), (state.IsSet, state.IsLocked, state.Erases, state.TriesLeft, state.MaxTries));
    }

    /// <summary>Power off and on.</summary>
    private PinBench Again() => new(_storage);

    /// <summary>A token with a PIN, locked.</summary>
    private PinBench Locked(int maxTries = 8, bool erases = false)
    {
        Assert.Equal(Status.Ok, new PinBench(_storage).Set(Pin, maxTries, erases));
        return new PinBench(_storage);
    }
}
