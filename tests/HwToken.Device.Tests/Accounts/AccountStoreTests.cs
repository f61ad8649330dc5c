using System.Security.Cryptography;
using System.Text;
using HwToken.Core.Protocol;
using HwToken.Device.Accounts;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.Accounts;

public class AccountStoreTests
{
    private readonly MemoryStorage _storage = new();
    private readonly AccountStore _store;

    public AccountStoreTests()
    {
        _store = new AccountStore(_storage);
        Assert.True(_store.Create());
    }

    /// <summary>Every change there is, made to a store of the accounts a, b and c.</summary>
    public static TheoryData<string> Changes => ["add", "replace", "delete first", "delete last"];

    [Fact]
    public void Load_NoFile_IsMissing() =>
        Assert.Equal(FileState.Missing, new AccountStore(new MemoryStorage()).Load(new AccountRecord()));

    [Fact]
    public void Load_AfterChanges_FindsWhatWasStored()
    {
        Fill("a", "b", "c");
        Assert.Equal(Status.Ok, _store.Delete(1));
        Assert.Equal(["a", "c"], NamesOf(Reopen()));
    }

    [Fact]
    public void Add_LongestNamesAndKeys_AHundredFitInOrder()
    {
        string[] names = [.. Enumerable.Range(0, Limits.Accounts).Select(i => $"{i:D3}".PadRight(Limits.NameLength, 'x'))];
        foreach (string name in names)
        {
            Assert.Equal(Status.Ok, _store.Add(Record(name, Limits.KeyLength)));
        }

        Assert.Equal(Status.AccountsFull, _store.Add(Record("one more")));
        AccountStore reopened = Reopen();
        Assert.Equal(names, NamesOf(reopened));
        Assert.All(names, name => AssertHolds(reopened, name, Limits.KeyLength));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    public void Read_KeyOfAnyLength_IsTheKeyThatWasAdded(int keyLength)
    {
        Assert.Equal(Status.Ok, _store.Add(Record("a", keyLength)));
        AssertHolds(Reopen(), "a", keyLength);
    }

    [Fact]
    public void Replace_Account_KeepsItsPlace()
    {
        Fill("a", "b", "c");
        Assert.Equal(Status.Ok, _store.Replace(1, Record("other", 64)));
        Assert.Equal(["a", "other", "c"], NamesOf(Reopen()));
        AssertHolds(_store, "other", 64);
    }

    [Fact]
    public void Find_UnknownId_IsNoSuchAccount()
    {
        Fill("a", "b");
        Assert.Equal(Status.NoSuchAccount, _store.Find(Request.Id("c"), out _));
    }

    [Fact]
    public void Revision_EveryChange_IsAnother()
    {
        int before = _store.Revision;
        Fill("a");
        int added = _store.Revision;
        _store.Replace(0, Record("b"));
        int replaced = _store.Revision;
        _store.Delete(0);
        Assert.Equal(4, new[] { before, added, replaced, _store.Revision }.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Change_StorageRefusesAnyOperation_LeavesTheOldState(string change)
    {
        Fill("a", "b", "c");
        Dictionary<string, byte[]> before = _storage.Copy();
        int operations = CountOperations(change, before);
        Assert.InRange(operations, 5, 20);
        for (int refused = 0; refused < operations; refused++)
        {
            MemoryStorage storage = With(before);
            AccountStore store = Open(storage);
            int first = storage.Operations;
            storage.Refuses = (number, _) => number - first == refused;
            Assert.Equal(Status.StorageFailed, Make(change, store));
            Assert.True(storage.HoldsTheSameAs(before), $"operation {refused} of {change}");
            Assert.Equal(3, store.Count);

            storage.Refuses = (_, _) => false;
            Assert.Equal(["a", "b", "c"], NamesOf(Open(storage)));
        }
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Change_PowerLostBeforeAnyOperation_LeavesTheOldState(string change)
    {
        Fill("a", "b", "c");
        Dictionary<string, byte[]> before = _storage.Copy();
        int operations = CountOperations(change, before);
        for (int lost = 0; lost < operations; lost++)
        {
            MemoryStorage storage = With(before);
            AccountStore store = Open(storage);
            int first = storage.Operations;
            storage.LosesPower = number => number - first == lost;
            Assert.Throws<PowerLostException>(() => Make(change, store));
            Assert.True(storage.HoldsTheSameAs(before), $"operation {lost} of {change}");
        }
    }

    [Fact]
    public void Load_AnyByteChanged_IsDamagedAndNeverAnotherContent()
    {
        Fill("a", "b");
        byte[] good = _storage.Files[AccountFile.Name];
        for (int position = 0; position < good.Length; position++)
        {
            foreach (int change in new[] { 0x01, 0x80, 0xFF })
            {
                byte[] damaged = [.. good];
                damaged[position] ^= (byte)change;
                _storage.Files[AccountFile.Name] = damaged;
                var store = new AccountStore(_storage);
                Assert.Equal(FileState.Damaged, store.Load(new AccountRecord()));
                Assert.True(store.IsFaulted);
            }
        }
    }

    [Fact]
    public void Load_AnyOtherLength_IsDamaged()
    {
        Fill("a", "b");
        byte[] good = _storage.Files[AccountFile.Name];
        for (int length = 0; length < good.Length; length++)
        {
            AssertDamaged(good[..length]);
        }

        AssertDamaged([.. good, 0]);
    }

    [Fact]
    public void Load_SlotsExchangedWhole_IsNoDamage()
    {
        // Each slot is complete in itself: what a CRC per slot cannot tell, and need not.
        Fill("a", "b");
        byte[] good = _storage.Files[AccountFile.Name];
        int first = AccountFile.PositionOf(0);
        int second = AccountFile.PositionOf(1);
        _storage.Files[AccountFile.Name] = [.. good[..first], .. good[second..], .. good[first..second]];
        Assert.Equal(["b", "a"], NamesOf(Reopen()));
    }

    [Theory]
    [InlineData(0, 6, 0)]
    [InlineData(0, 9, 30)]
    [InlineData(0, 5, 30)]
    [InlineData(7, 6, 30)]
    public void Load_SealedSlotThatCanGiveNoCode_IsDamaged(int algorithm, int digits, int period)
    {
        AccountRecord record = Record("a");
        record.Entry.Algorithm = (OtpAlgorithm)algorithm;
        record.Entry.Digits = digits;
        record.Entry.Period = period;
        Assert.Equal(Status.Ok, _store.Add(record));
        Assert.Equal(FileState.Damaged, new AccountStore(_storage).Load(new AccountRecord()));
    }

    [Fact]
    public void Load_StorageCannotBeRead_IsUnreadable()
    {
        _storage.Refuses = (_, operation) => operation == nameof(MemoryStorage.Read);
        Assert.Equal(FileState.Unreadable, new AccountStore(_storage).Load(new AccountRecord()));
    }

    [Fact]
    public void Read_SlotDamagedSinceTheStart_IsAFaultThatStays()
    {
        Fill("a", "b");
        byte[] file = _storage.Files[AccountFile.Name];
        file[AccountFile.PositionOf(1) + 20] ^= 1;
        var record = new AccountRecord();
        Assert.True(_store.Read(0, record));
        Assert.False(_store.Read(1, record));
        Assert.Equal(0, record.KeyLength);
        file[AccountFile.PositionOf(1) + 20] ^= 1;
        Assert.True(_store.IsFaulted);
    }

    [Fact]
    public void Change_OtherSlotDamaged_IsRefusedAndNothingIsWritten()
    {
        Fill("a", "b", "c");
        _storage.Files[AccountFile.Name][AccountFile.PositionOf(2) + 20] ^= 1;
        Dictionary<string, byte[]> before = _storage.Copy();
        Assert.Equal(Status.StorageFailed, _store.Delete(0));
        Assert.True(_storage.HoldsTheSameAs(before));
        Assert.True(_store.IsFaulted);
    }

    [Fact]
    public void AnyOperation_Afterwards_NoKeyIsInTheStore()
    {
        Fill("a", "b", "c");
        _store.Replace(1, Record("d"));
        AssertNoKeyIn(_store);
        _store.Delete(0);
        AssertNoKeyIn(_store);
        _store.Find(Request.Id("c"), out int index);
        AssertNoKeyIn(_store);
        _store.Read(index, new AccountRecord());
        AssertNoKeyIn(_store);
        AssertNoKeyIn(Reopen());
        Assert.NotEmpty(SecretSearch.Find(Record("a"), Key("a", 8)));
    }

    private void AssertNoKeyIn(AccountStore store) =>
        Assert.All("abcd", name => Assert.Empty(SecretSearch.Find(store, Key($"{name}", 8), _storage)));

    private static byte[] Key(string name, int length) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(name), length);

    private static AccountRecord Record(string name, int keyLength = 40)
    {
        var record = new AccountRecord { KeyLength = keyLength };
        Request.Id(name).CopyTo(record.Id, 0);
        Assert.True(record.Entry.Name.TrySet(name));
        Key(name, keyLength).CopyTo(record.Key, 0);
        return record;
    }

    private static Status Make(string change, AccountStore store) => change switch
    {
        "add" => store.Add(Record("d")),
        "replace" => store.Replace(1, Record("d")),
        "delete first" => store.Delete(0),
        "delete last" => store.Delete(2),
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    private static int CountOperations(string change, Dictionary<string, byte[]> files)
    {
        MemoryStorage storage = With(files);
        AccountStore store = Open(storage);
        int before = storage.Operations;
        Assert.Equal(Status.Ok, Make(change, store));
        return storage.Operations - before;
    }

    private static MemoryStorage With(Dictionary<string, byte[]> files)
    {
        var storage = new MemoryStorage();
        foreach ((string name, byte[] bytes) in files)
        {
            storage.Files[name] = [.. bytes];
        }

        return storage;
    }

    private static AccountStore Open(MemoryStorage storage)
    {
        var store = new AccountStore(storage);
        Assert.Equal(FileState.Good, store.Load(new AccountRecord()));
        return store;
    }

    private static IEnumerable<string> NamesOf(AccountStore store)
    {
        var record = new AccountRecord();
        for (int i = 0; i < store.Count; i++)
        {
            Assert.True(store.Read(i, record));
            yield return record.Entry.Name.ToString();
        }
    }

    private static void AssertHolds(AccountStore store, string name, int keyLength)
    {
        var record = new AccountRecord();
        Assert.Equal(Status.Ok, store.Find(Request.Id(name), out int index));
        Assert.True(store.Read(index, record));
        Assert.Equal(name, record.Entry.Name.ToString());
        Assert.Equal(Key(name, keyLength), record.Key[..record.KeyLength]);
    }

    private void Fill(params string[] names) => Assert.All(names, name => Assert.Equal(Status.Ok, _store.Add(Record(name))));

    private AccountStore Reopen() => Open(_storage);

    private void AssertDamaged(byte[] file)
    {
        _storage.Files[AccountFile.Name] = file;
        Assert.Equal(FileState.Damaged, new AccountStore(_storage).Load(new AccountRecord()));
    }
}
