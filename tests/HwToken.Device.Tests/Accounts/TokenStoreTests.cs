using HwToken.Core.Protocol;
using HwToken.Device.Accounts;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.Accounts;

public class TokenStoreTests
{
    private const string Accounts = AccountFile.Name;
    private const string Settings = SettingsStore.FileName;

    private readonly MemoryStorage _storage = new();
    private readonly SeededEntropy _entropy = new();

    [Fact]
    public void Load_FirstStart_MakesBothFiles()
    {
        TokenStore store = Open();
        Assert.False(store.IsFaulted);
        Assert.Equal(0, store.Accounts.Count);
        Assert.Equal([Accounts, Settings], _storage.Files.Keys.Order());
    }

    [Fact]
    public void Load_SecondStart_WritesNothing()
    {
        byte[] serial = [.. Open().Settings.Serial];
        _storage.Refuses = (_, operation) => operation != nameof(MemoryStorage.Read);
        TokenStore store = Open();
        Assert.False(store.IsFaulted);
        Assert.Equal(serial, store.Settings.Serial);
    }

    [Fact]
    public void Load_FirstStartWithoutPowerAtAnyOperation_TheNextStartSucceeds()
    {
        Open();
        int operations = _storage.Operations;
        for (int lost = 0; lost < operations; lost++)
        {
            var storage = new MemoryStorage { LosesPower = number => number == lost };
            Assert.Throws<PowerLostException>(() => new TokenStore(storage, _entropy).Load());
            storage.LosesPower = _ => false;
            var store = new TokenStore(storage, _entropy);
            store.Load();
            Assert.False(store.IsFaulted, $"power lost before operation {lost}");
        }
    }

    [Fact]
    public void Load_FirstStartAndStorageRefusesToWrite_IsFaulted()
    {
        _storage.Refuses = (_, operation) => operation == nameof(MemoryStorage.Append);
        Assert.True(Open().IsFaulted);
    }

    [Fact]
    public void Load_SettingsLost_AccountsAreStillThereAndTheClockMustBeSet()
    {
        byte[] serial = OpenWithAnAccount();
        _storage.Files.Remove(Settings);
        AssertNewSettings(serial);
    }

    [Fact]
    public void Load_SettingsDamaged_AccountsAreStillThereAndTheClockMustBeSet()
    {
        byte[] serial = OpenWithAnAccount();
        _storage.Files[Settings][6] ^= 1;
        AssertNewSettings(serial);
    }

    [Fact]
    public void Load_AccountsLost_IsFaultedAndMakesNothingNew()
    {
        OpenWithAnAccount();
        _storage.Files.Remove(Accounts);
        Assert.True(Open().IsFaulted);
        Assert.Equal([Settings], _storage.Files.Keys);
    }

    [Fact]
    public void Load_AccountsLostAndSettingsDamaged_IsFaulted()
    {
        OpenWithAnAccount();
        _storage.Files.Remove(Accounts);
        _storage.Files[Settings][6] ^= 1;
        Assert.True(Open().IsFaulted);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Load_AFileCannotBeRead_IsFaultedAndChangesNothing(int refused)
    {
        OpenWithAnAccount();
        Dictionary<string, byte[]> before = _storage.Copy();
        int first = _storage.Operations;
        _storage.Refuses = (number, _) => number == first + refused;
        Assert.True(Open().IsFaulted);
        Assert.True(_storage.HoldsTheSameAs(before));
    }

    [Fact]
    public void Wipe_Store_IsAsAfterAFirstStartWithAnotherSerial()
    {
        byte[] serial = OpenWithAnAccount();
        TokenStore store = Open();
        Assert.True(store.Wipe());
        Assert.False(store.IsFaulted);
        Assert.Equal(0, store.Accounts.Count);
        Assert.NotEqual(serial, store.Settings.Serial);
        Assert.False(store.Settings.Clock.WasSet);
        Assert.Equal(store.Settings.Serial, Open().Settings.Serial);
    }

    [Fact]
    public void Wipe_FaultedStore_IsInOrderAgain()
    {
        OpenWithAnAccount();
        _storage.Files[Accounts][20] ^= 1;
        TokenStore store = Open();
        Assert.True(store.IsFaulted);
        Assert.True(store.Wipe());
        Assert.False(store.IsFaulted);
    }

    [Fact]
    public void Wipe_StorageDoesNotErase_KeepsEverything()
    {
        byte[] serial = OpenWithAnAccount();
        TokenStore store = Open();
        _storage.Refuses = (_, operation) => operation == nameof(MemoryStorage.Erase);
        Assert.False(store.Wipe());
        Assert.Equal(1, store.Accounts.Count);
        Assert.Equal(serial, store.Settings.Serial);
        Assert.False(store.IsFaulted);
    }

    [Fact]
    public void Wipe_ErasedAndThenNothingCanBeWritten_IsFaultedAndRemembersNothing()
    {
        byte[] serial = OpenWithAnAccount();
        TokenStore store = Open();
        _storage.Refuses = (_, operation) => operation == nameof(MemoryStorage.BeginReplace);
        Assert.True(store.Wipe());
        Assert.True(store.IsFaulted);
        Assert.Equal(0, store.Accounts.Count);
        Assert.NotEqual(serial, store.Settings.Serial);
    }

    private TokenStore Open()
    {
        var store = new TokenStore(_storage, _entropy);
        store.Load();
        return store;
    }

    /// <returns>The serial number.</returns>
    private byte[] OpenWithAnAccount()
    {
        TokenStore store = Open();
        var record = new AccountRecord { KeyLength = 20 };
        Assert.True(record.Entry.Name.TrySet("a"));
        Assert.Equal(Status.Ok, store.Accounts.Add(record));
        store.Settings.Clock.WasSet = true;
        Assert.True(store.Settings.SaveClock());
        return store.Settings.Serial;
    }

    private void AssertNewSettings(byte[] oldSerial)
    {
        TokenStore store = Open();
        Assert.False(store.IsFaulted);
        Assert.Equal(1, store.Accounts.Count);
        Assert.NotEqual(oldSerial, store.Settings.Serial);
        Assert.False(store.Settings.Clock.WasSet);
        Assert.Equal(store.Settings.Serial, Open().Settings.Serial);
    }
}
