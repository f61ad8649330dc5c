using HwToken.Core.Protocol;
using HwToken.Device.Vault;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.Vault;

public class TokenVaultTests
{
    private readonly MemoryStorage _storage = new();
    private readonly CellMemory _cell = new();

    [Fact]
    public void Load_FirstStart_MakesAStateInTwoCopies()
    {
        TokenVault vault = Vaults.Load(_storage);
        Assert.Equal((VaultHealth.Good, false, 0), (vault.Health, vault.IsLocked, vault.Accounts.Count));
        Assert.Equal([StateFiles.FirstName, StateFiles.SecondName], _storage.Files.Keys.Order());
        Assert.Equal(_storage.Files[StateFiles.FirstName], _storage.Files[StateFiles.SecondName]);
    }

    [Fact]
    public void Load_SecondStart_WritesNothing()
    {
        byte[] serial = SerialOf(Vaults.Load(_storage, _cell));
        int writes = _cell.Writes;
        _storage.Refuses = (_, operation) => operation != nameof(MemoryStorage.Read);
        TokenVault vault = Vaults.Load(_storage, _cell);
        Assert.Equal(VaultHealth.Good, vault.Health);
        Assert.Equal(serial, SerialOf(vault));
        Assert.Equal(writes, _cell.Writes);
    }

    [Theory]
    [InlineData(StateFiles.FirstName)]
    [InlineData(StateFiles.SecondName)]
    public void AreBothCopiesGood_ACopyDamagedCutOrGone_IsFalseAndChangesNothing(string file)
    {
        TokenVault vault = Vaults.Load(_storage, _cell);
        byte[] serial = SerialOf(vault);
        byte[] good = _storage.Files[file];
        Assert.True(vault.AreBothCopiesGood());
        foreach (int at in new[] { 0, 4, 8, 20, 60, good.Length - 1 })
        {
            byte[] damaged = [.. good];
            damaged[at] ^= 1;
            _storage.Files[file] = damaged;
            Assert.False(vault.AreBothCopiesGood());
        }

        _storage.Files[file] = good[..^1];
        Assert.False(vault.AreBothCopiesGood());
        _storage.Files.Remove(file);
        Assert.False(vault.AreBothCopiesGood());
        _storage.Files[file] = good;
        Assert.True(vault.AreBothCopiesGood());
        Assert.Equal(VaultHealth.Good, vault.Health);
        Assert.Equal(serial, SerialOf(vault));
    }

    [Fact]
    public void AreBothCopiesGood_OneCopyOlder_IsFalse()
    {
        TokenVault vault = Vaults.Load(_storage);
        byte[] older = _storage.Files[StateFiles.SecondName];
        Assert.True(vault.Save());
        Assert.True(vault.AreBothCopiesGood());

        _storage.Files[StateFiles.SecondName] = older;

        Assert.False(vault.AreBothCopiesGood());
    }

    [Fact]
    public void Load_FirstStartWithoutPowerAtAnyOperation_TheNextStartSucceeds()
    {
        Vaults.Load(_storage);
        int operations = _storage.Operations;
        for (int lost = 0; lost < operations; lost++)
        {
            var storage = new MemoryStorage { LosesPower = number => number == lost };
            Assert.Throws<PowerLostException>(() => Vaults.Load(storage));
            storage.LosesPower = _ => false;
            Assert.Equal(VaultHealth.Good, Vaults.Load(storage).Health);
        }
    }

    [Fact]
    public void Load_FirstStartWithoutPowerInAnyWriteToTheCell_TheNextStartSucceeds()
    {
        Vaults.Load(new MemoryStorage(), _cell);
        for (int lost = 0; lost < _cell.Writes; lost++)
        {
            var storage = new MemoryStorage();
            var cell = new CellMemory { LosesPower = number => number == lost ? 3 : null };
            Assert.Throws<PowerLostException>(() => Vaults.Load(storage, cell));
            cell.LosesPower = _ => null;
            Assert.Equal(VaultHealth.Good, Vaults.Load(storage, cell).Health);
        }
    }

    [Fact]
    public void Load_FirstStartAndStorageRefusesToWrite_IsUnreadable()
    {
        _storage.Refuses = (_, operation) => operation == nameof(MemoryStorage.Append);
        Assert.Equal(VaultHealth.Unreadable, Vaults.Load(_storage).Health);
    }

    [Fact]
    public void Load_StateLostAndAccountsThere_IsDamagedAndMakesNothingNew()
    {
        WithAccount(null);
        _storage.Files.Remove(StateFiles.FirstName);
        _storage.Files.Remove(StateFiles.SecondName);
        Dictionary<string, byte[]> before = _storage.Copy();
        Assert.Equal(VaultHealth.Damaged, Vaults.Load(_storage).Health);
        Assert.True(_storage.HoldsTheSameAs(before));
    }

    [Theory]
    [InlineData(StateFiles.FirstName)]
    [InlineData(StateFiles.SecondName)]
    public void Load_OneCopyLost_NothingIsLost(string name)
    {
        WithAccount(null);
        _storage.Files.Remove(name);
        TokenVault vault = Vaults.Load(_storage);
        Assert.Equal(["a"], Records.Names(vault.Accounts));
        Assert.True(vault.Save());
        Assert.Equal(_storage.Files[StateFiles.FirstName], _storage.Files[StateFiles.SecondName]);
    }

    [Theory]
    [InlineData(StateFiles.FirstName)]
    [InlineData(StateFiles.SecondName)]
    public void Load_OneCopyOlder_TheNewerCounts(string name)
    {
        WithAccount(null);
        byte[] old = _storage.Files[name];
        TokenVault vault = Vaults.Load(_storage);
        vault.State.Seal.Openings = 7;
        Assert.True(vault.Save());
        _storage.Files[name] = old;
        Assert.Equal(7, Vaults.Load(_storage).State.Seal.Openings);
    }

    [Fact]
    public void Load_CellCutOff_TheKeysAreLost()
    {
        WithAccount(_cell);
        Assert.Equal(["a"], Records.Names(Vaults.Load(_storage, _cell).Accounts));
        _cell.LoseCell();
        TokenVault vault = Vaults.Load(_storage, _cell);
        Assert.Equal((VaultHealth.KeyLost, Status.KeyLost), (vault.Health, vault.Fault));
        Assert.True(vault.Wipe());
        Assert.Equal(VaultHealth.Good, vault.Health);
        Assert.Equal(VaultHealth.Good, Vaults.Load(_storage, _cell).Health);
    }

    /// <summary>An owner who is told that the keys are lost wipes the token: it must be true.</summary>
    [Fact]
    public void Load_ChipDoesNotAnswer_IsUnreadableAndGoodAgainWhenItDoes()
    {
        WithAccount(_cell);
        _cell.IsPresent = false;
        Assert.Equal(VaultHealth.Unreadable, Vaults.Load(_storage, _cell).Health);
        _cell.IsPresent = true;
        Assert.Equal(["a"], Records.Names(Vaults.Load(_storage, _cell).Accounts));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Load_ChipMissesAnAnswer_IsAskedAgain(int misses)
    {
        _cell.Misses = misses;
        Assert.True(Vaults.Load(_storage, _cell).State.KeySlot.HasShare);
        _cell.Misses = misses;
        Assert.Equal(VaultHealth.Good, Vaults.Load(_storage, _cell).Health);
    }

    [Fact]
    public void Load_FlashInAnotherToken_TheKeysAreNotThere()
    {
        WithAccount(_cell);
        var other = new CellMemory();
        Vaults.Load(new MemoryStorage(), other);
        other.Bytes[5] ^= 1;
        Assert.NotEqual(VaultHealth.Good, Vaults.Load(_storage, other).Health);
        Assert.NotEqual(VaultHealth.Good, Vaults.Load(_storage).Health);
    }

    [Fact]
    public void Load_AllOfTheFlashRolledBack_IsNoticedByTheCell()
    {
        WithAccount(_cell);
        Dictionary<string, byte[]> old = _storage.Copy();
        TokenVault vault = Vaults.Load(_storage, _cell);
        Assert.True(vault.Save());
        RollBackTo(old);
        vault = Vaults.Load(_storage, _cell);
        Assert.Equal((VaultHealth.RolledBack, Status.StorageRolledBack), (vault.Health, vault.Fault));
    }

    [Fact]
    public void Load_PowerLostBetweenFlashAndCell_GoesOn()
    {
        WithAccount(_cell);
        TokenVault vault = Vaults.Load(_storage, _cell);
        _cell.LosesPower = _ => 0;
        Assert.Throws<PowerLostException>(() => vault.Save());
        _cell.LosesPower = _ => null;
        Assert.Equal(VaultHealth.Good, Vaults.Load(_storage, _cell).Health);
        Assert.Equal(VaultHealth.Good, Vaults.Load(_storage, _cell).Health);
    }

    [Fact]
    public void Save_StorageRefuses_MemoryIsAsStorageIs()
    {
        TokenVault vault = WithAccount(null);
        _storage.Refuses = (_, operation) => operation == nameof(MemoryStorage.Commit);
        vault.State.Seal.Openings = 9;
        Assert.False(vault.Save());
        Assert.Equal(0, vault.State.Seal.Openings);
        Assert.Equal(["a"], Records.Names(vault.Accounts));
    }

    [Fact]
    public void Add_FirstAccountAndStorageRefuses_TheOldMasterKeyIsBack()
    {
        TokenVault vault = Vaults.Load(_storage);
        _storage.Refuses = (_, operation) => operation == nameof(MemoryStorage.Commit);
        Assert.Equal(Status.StorageFailed, vault.Accounts.Add(Records.Of("a")));
        _storage.Refuses = (_, _) => false;
        Assert.Equal(Status.Ok, vault.Accounts.Add(Records.Of("b")));
        Assert.Equal(["b"], Records.Names(Vaults.Load(_storage).Accounts));
    }

    [Fact]
    public void Wipe_Vault_IsAsAfterAFirstStartWithAnotherSerial()
    {
        TokenVault vault = WithAccount(_cell);
        byte[] serial = SerialOf(vault);
        byte[] share = _cell.Bytes[1..33];
        Assert.True(vault.Wipe());
        Assert.Equal((VaultHealth.Good, 0), (vault.Health, vault.Accounts.Count));
        Assert.NotEqual(serial, SerialOf(vault));
        Assert.NotEqual(share, _cell.Bytes[1..33]);
        Assert.Equal(SerialOf(vault), SerialOf(Vaults.Load(_storage, _cell)));
    }

    [Fact]
    public void Wipe_StorageDoesNotErase_KeepsEverything()
    {
        TokenVault vault = WithAccount(_cell);
        _storage.Refuses = (_, operation) => operation == nameof(MemoryStorage.Erase);
        Assert.False(vault.Wipe());
        Assert.Equal(["a"], Records.Names(vault.Accounts));
    }

    [Fact]
    public void Wipe_ErasedAndThenNothingCanBeWritten_IsFaultedAndRemembersNothing()
    {
        TokenVault vault = WithAccount(null);
        _storage.Refuses = (_, operation) => operation == nameof(MemoryStorage.BeginFile);
        Assert.True(vault.Wipe());
        Assert.True(vault.IsFaulted);
        Assert.Equal(0, vault.Accounts.Count);
    }

    private TokenVault WithAccount(CellMemory? cell)
    {
        TokenVault vault = Vaults.Load(_storage, cell);
        Assert.Equal(Status.Ok, vault.Accounts.Add(Records.Of("a")));
        return vault;
    }

    private void RollBackTo(Dictionary<string, byte[]> files)
    {
        foreach ((string name, byte[] content) in files)
        {
            _storage.Files[name] = content;
        }
    }

    private static byte[] SerialOf(TokenVault vault) => [.. vault.State.Identity.Serial];
}
