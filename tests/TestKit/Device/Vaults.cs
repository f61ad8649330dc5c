using HwToken.Device.Accounts;
using HwToken.Device.Ports;
using HwToken.Device.Vault;
using HwToken.Virtual;

namespace HwToken.TestKit.Device;

/// <summary>Vaults over a test's storage, with the platform's cryptography.</summary>
public static class Vaults
{
    /// <summary>The files that the vault keeps once it has accounts.</summary>
    public static readonly IReadOnlyList<string> Files =
        [AccountFiles.FirstName, AccountFiles.SecondName, StateFiles.FirstName, StateFiles.SecondName];

    /// <summary>Reads what is stored, or makes a new token.</summary>
    /// <param name="memory">The clock chip's; none by default.</param>
    public static TokenVault Load(MemoryStorage storage, IBatteryMemory? memory = null)
    {
        var vault = new TokenVault(
            storage, new SeededEntropy(), new PlatformHmacSha256(), memory ?? new NoBatteryMemory(), new AccountIndex());
        vault.Load();
        return vault;
    }

    /// <summary>Flips a bit of a slot's ciphertext, in both copies: the account is lost.</summary>
    public static void DamageAccount(MemoryStorage storage, int index)
    {
        storage.Files[AccountFiles.FirstName][PositionOf(index)] ^= 1;
        storage.Files[AccountFiles.SecondName][PositionOf(index)] ^= 1;
    }

    /// <summary>Flips a bit of both copies of the state: the token is faulted at its next start.</summary>
    public static void DamageState(MemoryStorage storage)
    {
        storage.Files[StateFiles.FirstName][40] ^= 1;
        storage.Files[StateFiles.SecondName][40] ^= 1;
    }

    extension(TokenVault vault)
    {
        /// <summary>The accounts under this vault's keys.</summary>
        public AccountStore Accounts => new(vault, (AccountIndex)vault.State.Contents);
    }

    private static int PositionOf(int index) => 8 + (index * AccountSlot.Length) + 50;
}
