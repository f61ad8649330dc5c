using HwToken.Core.Protocol;
using HwToken.Device.Accounts;
using HwToken.Device.Vault;
using HwToken.TestKit.Device;

namespace HwToken.Fuzz.Targets;

/// <summary>
/// The stored files, with any bytes put into any of them: the token starts, and says by name what is wrong or has the
/// accounts that it had.
/// </summary>
/// <remarks>
/// An input is a list of changes: which of the four files (2 bits) and what is done to it, where, and with what. So a
/// mutation stays near a good file, as damage and malice do.
/// </remarks>
public sealed class VaultTarget : ITarget
{
    private readonly Dictionary<string, byte[]> _good;
    private readonly Dictionary<string, byte[]> _older;
    private readonly MemoryStorage _storage = new();

    public VaultTarget()
    {
        var storage = new MemoryStorage();
        TokenVault vault = Vaults.Load(storage);
        vault.Accounts.Add(Records.Of("a"));
        vault.Accounts.Add(Records.Of("b", 20));
        _older = storage.Copy();
        vault.Accounts.Add(Records.Of("c", 128));
        _good = storage.Copy();
    }

    public string Name => "vault";

    public int MaxLength => 64;

    public IEnumerable<byte[]> Seeds =>
        [[], [0, 0, 1, 1], [1, 0, 9, 0xFF], [2, 1, 0, 0, 3, 1, 0, 0], [0x10, 0, 0, 0, 0x11, 0, 0, 0], [0x22, 0, 80, 0], [0x30, 0, 5, 7]];

    public void Run(ReadOnlySpan<byte> input)
    {
        foreach (string name in Vaults.Files)
        {
            _storage.Files[name] = _good[name];
        }

        for (int i = 0; i + 4 <= input.Length; i += 4)
        {
            Change(Vaults.Files[input[i] & 3], input[i] >> 4, (input[i + 1] << 8) | input[i + 2], input[i + 3]);
        }

        TokenVault vault = Vaults.Load(_storage);
        if (vault.Health != VaultHealth.Good)
        {
            RequireNamed(vault);
            return;
        }

        IReadOnlyList<string> names = Records.Names(vault.Accounts);
        if (vault.IsFaulted)
        {
            RequireNamed(vault);
        }
        else if (!names.SequenceEqual(["a", "b", "c"]) && !names.SequenceEqual(["a", "b"]) && names.Count != 0)
        {
            throw new InvalidDataException($"it has the accounts {string.Join(',', names)}");
        }
    }

    private void Change(string name, int what, int position, byte value)
    {
        byte[] file = _storage.Files[name];
        int at = file.Length == 0 ? 0 : position % file.Length;
        _storage.Files[name] = what switch
        {
            0 => [.. file[..at], (byte)(at < file.Length ? file[at] ^ value : value), .. file.Skip(at + 1)],
            1 => _older[name],
            2 => file[..at],
            3 => [.. file, .. file.Take(value)],
            4 => [.. file[..at], value, .. file[at..]],
            5 => [.. file[..at], .. file.Skip(at + 1 + (value & 7))],
            6 => _good[Vaults.Files[value & 3]],
            _ => [.. file.Take(at), .. file.Skip(at).Take(AccountSlot.Length).Reverse(), .. file.Skip(at + AccountSlot.Length)],
        };
    }

    private static void RequireNamed(TokenVault vault)
    {
        if (vault.Fault is not (Status.StorageDamaged or Status.StorageRolledBack or Status.KeyLost or Status.StorageFailed))
        {
            throw new InvalidDataException($"it is {vault.Health}, and says {vault.Fault}");
        }
    }
}
