using HwToken.Core.Audit;
using HwToken.Core.Protocol;
using HwToken.Device.Accounts;
using HwToken.Device.Vault;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.Vault;

/// <summary>
/// Somebody changes what is stored: every byte, every length, every older file. It is harmless, or the token says by
/// name what is wrong; it never has other accounts than it had.
/// </summary>
public class VaultTamperTests
{
    private static readonly string[] BothStates = [StateFiles.FirstName, StateFiles.SecondName];
    private static readonly string[] BothAccounts = [AccountFiles.FirstName, AccountFiles.SecondName];

    private readonly MemoryStorage _storage = new();
    private readonly Dictionary<string, byte[]> _older;
    private readonly Dictionary<string, byte[]> _newest;

    public VaultTamperTests()
    {
        TokenVault vault = Vaults.Load(_storage);
        vault.Accounts.Add(Records.Of("a"));
        vault.Accounts.Add(Records.Of("b"));
        _older = _storage.Copy();
        vault.Accounts.Replace(1, Records.Of("c"), AuditEvent.AccountRenamed);
        vault.State.Seal.Openings = 3;
        vault.Save();
        _newest = _storage.Copy();
    }

    public static TheoryData<string> Files => [.. Vaults.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void OneFile_AnyByteChanged_IsHarmless(string name)
    {
        for (int position = 0; position < _newest[name].Length; position++)
        {
            AssertHarmless(name, Flip(_newest[name], position, 0xFF));
            AssertHarmless(name, Flip(_newest[name], position, 0x01));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void OneFile_AnyOtherLength_IsHarmless(string name)
    {
        byte[] file = _newest[name];
        for (int length = 0; length < file.Length; length++)
        {
            AssertHarmless(name, file[..length]);
        }

        AssertHarmless(name, [.. file, 0]);
        AssertHarmless(name, [.. file, .. file]);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void OneFile_ExchangedForAnother_IsHarmless(string name)
    {
        AssertHarmless(name, _older[name]);
        Assert.All(_newest.Values, file => AssertHarmless(name, file));
        Assert.All(_older.Values, file => AssertHarmless(name, file));
    }

    [Fact]
    public void BothStateFiles_AnyByteChanged_IsDamaged()
    {
        byte[] file = _newest[StateFiles.FirstName];
        for (int position = 0; position < file.Length; position++)
        {
            TokenVault vault = Load(BothStates, Flip(file, position, 0x01));
            Assert.Contains(vault.Health, new[] { VaultHealth.Damaged, VaultHealth.Unreadable });
        }
    }

    [Fact]
    public void BothStateFiles_AnyOtherLength_IsDamaged()
    {
        byte[] file = _newest[StateFiles.FirstName];
        for (int length = 0; length < file.Length; length++)
        {
            Assert.Equal(VaultHealth.Damaged, Load(BothStates, file[..length]).Health);
        }
    }

    [Fact]
    public void BothAccountsFiles_AnyByteChanged_IsDamagedOrHarmless()
    {
        byte[] file = _newest[AccountFiles.FirstName];
        for (int position = 0; position < file.Length; position++)
        {
            TokenVault vault = Load(BothAccounts, Flip(file, position, 0x01));
            Assert.Contains(Records.Names(vault.Accounts)[position < 8 + AccountSlot.Length ? 0 : 1], new[] { "(damaged)", "a", "c" });
            Assert.Equal(position < 8 ? VaultHealth.Good : VaultHealth.Damaged, vault.Health);
        }
    }

    [Fact]
    public void BothAccountsFiles_OlderOnes_AreNoticed()
    {
        TokenVault vault = Load(BothAccounts, _older[AccountFiles.FirstName]);
        Assert.Equal(["(damaged)", "(damaged)"], Records.Names(vault.Accounts));
        Assert.Equal(Status.StorageDamaged, vault.Fault);
    }

    [Fact]
    public void BothStateFiles_OlderOnes_DoNotFitTheAccounts()
    {
        TokenVault vault = Load(BothStates, _older[StateFiles.FirstName]);
        Assert.Equal(["(damaged)", "(damaged)"], Records.Names(vault.Accounts));
        Assert.Equal(Status.StorageDamaged, vault.Fault);
    }

    [Fact]
    public void Slots_Exchanged_AreNoticed()
    {
        byte[] file = _newest[AccountFiles.FirstName];
        byte[] exchanged =
            [.. file[..8], .. file[(8 + AccountSlot.Length)..], .. file[8..(8 + AccountSlot.Length)]];
        TokenVault vault = Load(BothAccounts, exchanged);
        Assert.Equal(["(damaged)", "(damaged)"], Records.Names(vault.Accounts));
    }

    [Fact]
    public void Slots_OneFromAnOlderFile_IsNoticed()
    {
        byte[] file = [.. _newest[AccountFiles.FirstName]];
        _older[AccountFiles.FirstName].AsSpan(8 + AccountSlot.Length, AccountSlot.Length).CopyTo(file.AsSpan(8 + AccountSlot.Length));
        TokenVault vault = Load(BothAccounts, file);
        Assert.Equal(["a", "(damaged)"], Records.Names(vault.Accounts));
    }

    /// <summary>Another token's files, with a master key of their own.</summary>
    [Fact]
    public void AccountsFiles_OfAnotherToken_AreNoticed()
    {
        var other = new MemoryStorage();
        TokenVault vault = Vaults.Load(other);
        vault.Wipe();
        Assert.All("abc", name => vault.Accounts.Add(Records.Of($"{name}")));
        Assert.Equal(
            ["(damaged)", "(damaged)"], Records.Names(Load(BothAccounts, other.Files[AccountFiles.FirstName]).Accounts));
    }

    private void AssertHarmless(string name, byte[] content)
    {
        TokenVault vault = Load([name], content);
        Assert.Equal(VaultHealth.Good, vault.Health);
        Assert.Equal(["a", "c"], Records.Names(vault.Accounts));
        Assert.Equal(3, vault.State.Seal.Openings);
    }

    private TokenVault Load(string[] names, byte[] content)
    {
        foreach (string name in _newest.Keys)
        {
            _storage.Files[name] = names.Contains(name) ? content : _newest[name];
        }

        return Vaults.Load(_storage);
    }

    private static byte[] Flip(byte[] file, int position, byte bits)
    {
        byte[] flipped = [.. file];
        flipped[position] ^= bits;
        return flipped;
    }
}
