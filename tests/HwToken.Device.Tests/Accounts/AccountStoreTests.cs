using HwToken.Core.Audit;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Device.Accounts;
using HwToken.Device.Vault;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.Accounts;

public class AccountStoreTests
{
    private readonly MemoryStorage _storage = new();
    private readonly TokenVault _vault;
    private readonly AccountStore _store;

    public AccountStoreTests()
    {
        _vault = Vaults.Load(_storage);
        _store = _vault.Accounts;
    }

    [Fact]
    public void Load_AfterChanges_FindsWhatWasStored()
    {
        Fill("a", "b", "c");
        Assert.Equal(Status.Ok, _store.Delete(1, Records.Of("b")));
        Assert.Equal(["a", "c"], Records.Names(Reopen()));
    }

    [Fact]
    public void Add_LongestNamesAndKeys_AHundredFitInOrder()
    {
        string[] names = [.. Enumerable.Range(0, Limits.Accounts).Select(i => $"{i:D3}".PadRight(Limits.NameLength, 'x'))];
        foreach (string name in names)
        {
            Assert.Equal(Status.Ok, _store.Add(Records.Of(name, Limits.KeyLength)));
        }

        Assert.Equal(Status.AccountsFull, _store.Add(Records.Of("one more")));
        AccountStore reopened = Reopen();
        Assert.Equal(names, Records.Names(reopened));
        Assert.All(names, name => AssertHolds(reopened, name, Limits.KeyLength));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(32)]
    [InlineData(40)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    public void Read_KeyOfAnyLength_IsTheKeyThatWasAdded(int keyLength)
    {
        Assert.Equal(Status.Ok, _store.Add(Records.Of("a", keyLength)));
        AssertHolds(Reopen(), "a", keyLength);
    }

    [Fact]
    public void Replace_Account_KeepsItsPlace()
    {
        Fill("a", "b", "c");
        Assert.Equal(Status.Ok, _store.Replace(1, Records.Of("other", 64), AuditEvent.AccountRenamed));
        Assert.Equal(["a", "other", "c"], Records.Names(Reopen()));
        AssertHolds(_store, "other", 64);
    }

    [Fact]
    public void Delete_AccountBeforeTheCurrentOne_TheCurrentOneMovesUp()
    {
        Fill("a", "b", "c");
        _vault.Accounts.Current = 2;
        _store.Delete(0, Records.Of("a"));
        Assert.Equal(1, _vault.Accounts.Current);
        _store.Delete(1, Records.Of("c"));
        Assert.Equal(1, Vaults.Load(_storage).Accounts.Current);
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
        long before = _store.Revision;
        Fill("a");
        long added = _store.Revision;
        _store.Replace(0, Records.Of("b"), AuditEvent.AccountReplaced);
        long replaced = _store.Revision;
        _store.Delete(0, Records.Of("b"));
        Assert.Equal(4, new[] { before, added, replaced, _store.Revision }.Distinct().Count());
    }

    [Fact]
    public void EveryChange_InTheLog_IsThereAfterARestart()
    {
        Fill("a", "b");
        _store.Replace(0, Records.Of("c"), AuditEvent.AccountRenamed);
        _store.Replace(1, Records.Of("b"), AuditEvent.AccountReplaced);
        _store.Delete(0, Records.Of("c"));
        Assert.Equal(
            [
                AuditEvent.Created, AuditEvent.AccountStored, AuditEvent.AccountStored, AuditEvent.AccountRenamed,
                AuditEvent.AccountReplaced, AuditEvent.AccountDeleted,
            ],
            EventsOf(Vaults.Load(_storage)));
    }

    [Fact]
    public void Read_OneCopyOfEachSlotDamaged_IsReadFromTheOther()
    {
        Fill("a", "b");
        _storage.Files[AccountFiles.FirstName][8 + 100] ^= 1;
        _storage.Files[AccountFiles.SecondName][8 + AccountSlot.Length + 100] ^= 1;
        Assert.Equal(["a", "b"], Records.Names(Reopen()));
        Assert.False(_store.AreBothCopiesGood());

        // The next change makes both whole again.
        Fill("c");
        Assert.True(_store.AreBothCopiesGood());
        Assert.Equal(["a", "b", "c"], Records.Names(Reopen()));
    }

    [Theory]
    [InlineData(AccountFiles.FirstName, 0, 0)] // the header
    [InlineData(AccountFiles.FirstName, 8 + AccountSlot.Length, 1)]
    [InlineData(AccountFiles.SecondName, 4, 2)]
    [InlineData(AccountFiles.SecondName, 8 + 20, 2)]
    [InlineData(AccountFiles.SecondName, 8 + AccountSlot.Length + 100, 3)]
    public void IsSlotGood_ABitFlipped_IsFalseOfThatSlotAlone(string file, int at, int bad)
    {
        Fill("a", "b");
        _storage.Files[file][at] ^= 1;

        Assert.Equal(
            Enumerable.Range(0, 4).Select(slot => slot != bad), Enumerable.Range(0, _store.SlotCount).Select(_store.IsSlotGood));
        Assert.Equal(["a", "b"], Records.Names(_store));
    }

    [Fact]
    public void Read_BothCopiesDamaged_IsAFaultThatStays()
    {
        Fill("a", "b");
        var record = new AccountRecord();
        Vaults.DamageAccount(_storage, 1);
        Assert.True(_store.Read(0, record));
        Assert.False(_store.Read(1, record));
        Assert.Equal(0, record.KeyLength);
        Assert.Equal(VaultHealth.Damaged, _vault.Health);
    }

    [Fact]
    public void Change_OtherSlotDamaged_IsRefusedAndNothingIsWritten()
    {
        Fill("a", "b", "c");
        Vaults.DamageAccount(_storage, 2);
        Dictionary<string, byte[]> before = _storage.Copy();
        Assert.Equal(Status.StorageFailed, _store.Delete(0, Records.Of("a")));
        Assert.True(_storage.HoldsTheSameAs(before));
        Assert.True(_vault.IsFaulted);
    }

    [Theory]
    [InlineData(0, 6, 0)]
    [InlineData(0, 9, 30)]
    [InlineData(0, 5, 30)]
    [InlineData(7, 6, 30)]
    public void Read_AuthenticSlotThatCanGiveNoCode_IsDamaged(int algorithm, int digits, int period)
    {
        AccountRecord record = Records.Of("a");
        record.Entry.Algorithm = (OtpAlgorithm)algorithm;
        record.Entry.Digits = digits;
        record.Entry.Period = period;
        Assert.Equal(Status.Ok, _store.Add(record));
        Assert.False(Reopen().Read(0, new AccountRecord()));
    }

    [Fact]
    public void AnyOperation_Afterwards_NoAccountKeyIsInTheVault()
    {
        Fill("a", "b", "c");
        _store.Replace(1, Records.Of("d"), AuditEvent.AccountReplaced);
        AssertNoKeyIn(_vault);
        _store.Delete(0, Records.Of("a"));
        AssertNoKeyIn(_vault);
        _store.Find(Request.Id("c"), out int index);
        AssertNoKeyIn(_vault);
        _store.Read(index, new AccountRecord());
        AssertNoKeyIn(_vault);
        Assert.NotEmpty(SecretSearch.Find(Records.Of("a"), TokenBench.KeyOf("a").AsSpan(0, 8)));
    }

    [Fact]
    public void Files_Stored_HoldNoKeyNoNameAndNoId()
    {
        Fill("arn:aws:iam::123456789012:mfa/alice");
        byte[] key = TokenBench.KeyOf("arn:aws:iam::123456789012:mfa/alice");
        Assert.All(_storage.Files.Values, file =>
        {
            Assert.Equal(-1, file.AsSpan().IndexOf(key.AsSpan(0, 4)));
            Assert.Equal(-1, file.AsSpan().IndexOf("alice"u8));
            Assert.Equal(-1, file.AsSpan().IndexOf(Request.Id("arn:aws:iam::123456789012:mfa/alice").AsSpan(0, 8)));
        });
    }

    /// <summary>Two tokens of one seed, and a key replaced by itself: nothing that is stored looks alike.</summary>
    [Fact]
    public void Vectors_SameAccountAgainAndAgain_NeverRepeat()
    {
        var seen = new HashSet<string>();
        Fill("a");
        for (int i = 0; i < 50; i++)
        {
            _store.Replace(0, Records.Of("a"), AuditEvent.AccountReplaced);
            Assert.True(seen.Add(Convert.ToHexString(_storage.Files[AccountFiles.FirstName].AsSpan(16, 16))));
        }
    }

    private static List<AuditEvent> EventsOf(TokenVault vault)
    {
        byte[] bytes = new byte[vault.State.Log.Count * AuditEntry.Length];
        vault.State.Log.WriteEntries(new PayloadWriter(bytes), 0, vault.State.Log.Count);
        return [.. bytes.Chunk(AuditEntry.Length).Select(entry => (AuditEvent)entry[5])];
    }

    private void AssertNoKeyIn(TokenVault vault) => Assert.All(
        "abcd", name => Assert.Empty(SecretSearch.Find(vault, TokenBench.KeyOf($"{name}").AsSpan(0, 8), _storage)));

    private static void AssertHolds(AccountStore store, string name, int keyLength)
    {
        var record = new AccountRecord();
        Assert.Equal(Status.Ok, store.Find(Request.Id(name), out int index));
        Assert.True(store.Read(index, record));
        Assert.Equal(name, record.Entry.Name.ToString());
        Assert.Equal(TokenBench.KeyOf(name, keyLength), record.Key[..record.KeyLength]);
    }

    private void Fill(params string[] names) =>
        Assert.All(names, name => Assert.Equal(Status.Ok, _store.Add(Records.Of(name))));

    private AccountStore Reopen()
    {
        TokenVault vault = Vaults.Load(_storage);
        Assert.Equal(VaultHealth.Good, vault.Health);
        return vault.Accounts;
    }
}
