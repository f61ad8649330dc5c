using HwToken.Device.Ports;

namespace HwToken.Device.Accounts;

/// <summary>Both files together: the first start, what one missing without the other means, and the end of everything.</summary>
/// <remarks>
/// Accounts cannot be made again, so a token that cannot account for all of them stops and says so. Settings can: where
/// only they are lost, the token takes a new serial number and wants its clock set, and the accounts are still there.
/// </remarks>
public sealed class TokenStore
{
    private readonly IStorage _storage;
    private readonly IEntropy _entropy;
    private bool _faulted;

    public TokenStore(IStorage storage, IEntropy entropy)
    {
        _storage = storage;
        _entropy = entropy;
        Accounts = new AccountStore(storage);
        Settings = new SettingsStore(storage);
    }

    public AccountStore Accounts { get; }

    public SettingsStore Settings { get; }

    /// <summary>The storage cannot be believed: only a wipe, or a restart with the storage in order, ends it.</summary>
    public bool IsFaulted
    {
        get { return _faulted || Accounts.IsFaulted; }
    }

    /// <summary>Reads and checks what is stored; makes it at the first start.</summary>
    public void Load()
    {
        FileState settings = Settings.Load();
        FileState accounts = Accounts.Load(new AccountRecord());
        _faulted = settings == FileState.Unreadable;
        if (_faulted || accounts == FileState.Damaged || accounts == FileState.Unreadable)
        {
            return;
        }

        if (accounts == FileState.Missing)
        {
            // The accounts are written first and never removed alone: settings without them mean that they were lost.
            _faulted = settings != FileState.Missing || !Accounts.Create();
        }

        if (!_faulted && settings != FileState.Good)
        {
            _faulted = !Settings.Create(_entropy);
        }
    }

    /// <summary>Forgets every account and setting, and begins anew with another serial number.</summary>
    /// <returns>False if the storage did not erase; what is there then is read again.</returns>
    public bool Wipe()
    {
        bool erased = _storage.Erase();
        Load();
        return erased;
    }
}
