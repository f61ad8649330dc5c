using System;
using HwToken.Core.Audit;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Device.Crypto;
using HwToken.Device.Ports;
using HwToken.Device.Time;

namespace HwToken.Device.Vault;

/// <summary>What the token keeps: its state, its keys, and the transactions in which anything is stored.</summary>
/// <remarks>
/// FORMAT.md beside this file has the bytes. A change is made in memory, then stored in one transaction; where that
/// fails, memory is read again, so that it never says what storage does not.
/// </remarks>
public sealed class TokenVault : IClockStore
{
    private const int IvLength = 16;

    private readonly IEntropy _entropy;
    private readonly KeyDerivation _kdf;
    private readonly TamperMemory _tamper;
    private readonly StateFiles _files;
    private readonly byte[] _masterKey = new byte[KeyDerivation.KeyLength];
    private readonly byte[] _wrappingKey = new byte[KeyDerivation.KeyLength];
    private readonly byte[] _context = new byte[KeyDerivation.MaxContext];

    /// <param name="hmacSha256">The vault's alone: its key changes.</param>
    /// <param name="contents">What is stored beside the state.</param>
    public TokenVault(
        IStorage storage, IEntropy entropy, IHmac hmacSha256, IBatteryMemory memory, IVaultContents contents)
    {
        Storage = storage;
        _entropy = entropy;
        Hmac = hmacSha256;
        _kdf = new KeyDerivation(hmacSha256);
        _tamper = new TamperMemory(memory);
        Keys = new VaultKeys(_kdf);
        State = new VaultState(
            new KeySlot(hmacSha256, _kdf, Aes), contents, new AuditLog(new AuditChain(hmacSha256)));
        _files = new StateFiles(storage, hmacSha256, _kdf, _tamper, Keys, State);
    }

    public VaultState State { get; }

    public ClockMemory Clock => State.Clock;

    /// <summary>Good; otherwise only a wipe, or a restart with everything in order, ends it.</summary>
    public VaultHealth Health { get; private set; }

    public bool IsFaulted => Health != VaultHealth.Good;

    /// <summary>How a request is refused while the vault is faulted; Ok while it is not.</summary>
    public Status Fault
    {
        get
        {
            switch (Health)
            {
                case VaultHealth.Good: return Status.Ok;
                case VaultHealth.RolledBack: return Status.StorageRolledBack;
                case VaultHealth.KeyLost: return Status.KeyLost;
                case VaultHealth.Unreadable: return Status.StorageFailed;
                default: return Status.StorageDamaged;
            }
        }
    }

    /// <summary>There is a PIN, and it has not been given.</summary>
    public bool IsLocked => !IsFaulted && !Keys.IsOpen;

    /// <summary>Tells the times in the log; null before there is a clock.</summary>
    public TokenClock LogClock { get; set; }

    // What the contents are stored with.
    internal IStorage Storage { get; }

    internal IHmac Hmac { get; }

    internal Aes256Cbc Aes { get; } = new Aes256Cbc();

    internal VaultKeys Keys { get; }

    /// <summary>Reads and checks the state; makes it at the first start. Opens the vault where there is no PIN.</summary>
    public void Load()
    {
        Keys.Close();
        Health = _files.Load();
        if (Health == VaultHealth.Missing)
        {
            Health = HasContents() ? VaultHealth.Damaged : Create();
        }
        else if (Health == VaultHealth.Good && !State.KeySlot.HasPin && !TryOpen(null))
        {
            Health = VaultHealth.Damaged;
        }
    }

    /// <summary>
    /// Whether both copies of the state are whole, for the self-test. Locked or not; of a faulted vault it says no more
    /// than <see cref="Health"/>.
    /// </summary>
    public bool AreBothCopiesGood() => !IsFaulted && _files.AreBothCopiesGood();

    /// <summary>Opens the vault.</summary>
    /// <param name="pinKey">32 bytes; null where there is no PIN.</param>
    /// <returns>False if it is the wrong one.</returns>
    public bool TryOpen(byte[] pinKey)
    {
        Keys.DeriveWrapping(pinKey, _wrappingKey);
        bool right = TryOpenWith(_wrappingKey);
        Array.Clear(_wrappingKey, 0, _wrappingKey.Length);
        return right;
    }

    /// <summary>Forgets the keys, if a PIN brings them back.</summary>
    public void Lock()
    {
        if (State.KeySlot.HasPin)
        {
            Keys.Close();
        }
    }

    /// <summary>Stores the state.</summary>
    /// <returns>False, and the state as it was, if it could not be stored.</returns>
    public bool Save()
    {
        BeginTransaction();
        return EndTransaction(true);
    }

    /// <summary>Encrypts the master key again: the open vault gets a PIN, another one, or none.</summary>
    /// <param name="pinKey">32 bytes, made of the salt in <paramref name="rounds"/> rounds; null for no PIN.</param>
    /// <param name="salt"><see cref="KeySlot.SaltLength"/> bytes.</param>
    /// <returns>False, and everything as it was, if it could not be stored.</returns>
    public bool SaveWithPin(byte[] pinKey, byte[] salt, int rounds)
    {
        bool saved = Keys.IsOpen && State.KeySlot.TryUnwrap(Keys.Wrapping, _masterKey);
        if (saved)
        {
            State.KeySlot.HasPin = pinKey != null;
            State.KeySlot.Rounds = rounds;
            Array.Copy(salt, 0, State.KeySlot.Salt, 0, KeySlot.SaltLength);
            Keys.DeriveWrapping(pinKey, _wrappingKey);
            Wrap(_wrappingKey);
            Array.Clear(_masterKey, 0, _masterKey.Length);
            saved = Save() && TryOpen(pinKey);
        }

        ClearScratch();
        return saved;
    }

    /// <summary>Adds to the audit log, in memory: the caller stores it with what it tells of.</summary>
    public void Note(AuditEvent what, long detail)
    {
        long unixSeconds = 0;
        if (LogClock != null)
        {
            LogClock.Read(out unixSeconds);
        }

        State.Log.Add(what, unixSeconds, detail);
    }

    /// <summary>Erases everything, and starts over with another serial number.</summary>
    /// <returns>False if the storage did not erase; what is there then is read again.</returns>
    public bool Wipe()
    {
        bool erased = Storage.Erase();
        Load();
        return erased;
    }

    /// <summary>What was read turned out not to be what was written.</summary>
    internal void Fail(VaultHealth health)
    {
        Health = health;
        Keys.Close();
    }

    internal void BeginTransaction() => Storage.Begin();

    /// <param name="written">Everything before the state went well.</param>
    /// <returns>False, and the state as it was, if it could not be stored.</returns>
    internal bool EndTransaction(bool written)
    {
        if (written && _files.Append() && Storage.Commit())
        {
            _files.Committed();
            return true;
        }

        Restore();
        return false;
    }

    /// <summary>Makes a new master key when the first key is stored under it, while it protects nothing yet.</summary>
    /// <remarks>
    /// The key that comes from outside, of AWS's making, is mixed in: a chip whose generator was poor at its first
    /// start still gets a good master key.
    /// </remarks>
    /// <param name="first">The key that is stored first, of <paramref name="length"/> bytes.</param>
    internal void RenewMasterKey(byte[] first, int length)
    {
        _entropy.Fill(_masterKey, _masterKey.Length);
        int count = length < _context.Length ? length : _context.Length;
        Array.Copy(first, 0, _context, 0, count);
        _kdf.Derive(_masterKey, KeyPurpose.Master, _context, count, _masterKey);
        Array.Copy(Keys.Wrapping, 0, _wrappingKey, 0, _wrappingKey.Length);
        Wrap(_wrappingKey);
        Keys.Open(_wrappingKey, _masterKey);
        ClearScratch();
    }

    private VaultHealth Create()
    {
        _files.Reset();
        _entropy.Fill(State.Identity.Secret, State.Identity.Secret.Length);
        _entropy.Fill(State.Identity.Serial, State.Identity.Serial.Length);
        byte[] share = CreateShare();
        Keys.DeriveDevice(State.Identity.Secret, share);
        _entropy.Fill(_masterKey, _masterKey.Length);
        Keys.DeriveWrapping(null, _wrappingKey);
        Wrap(_wrappingKey);
        Keys.Open(_wrappingKey, _masterKey);
        ClearScratch();
        Note(AuditEvent.Created, 0);
        return Save() ? VaultHealth.Good : VaultHealth.Unreadable;
    }

    /// <returns>The share that the clock chip's memory holds now; null if there is none.</returns>
    private byte[] CreateShare()
    {
        if (!_tamper.Detect())
        {
            return null;
        }

        byte[] share = new byte[KeyDerivation.KeyLength];
        _entropy.Fill(share, share.Length);
        _tamper.ClearGenerations();
        State.KeySlot.HasShare = _tamper.TryWriteShare(share);
        return State.KeySlot.HasShare ? share : null;
    }

    private bool HasContents()
    {
        foreach (string name in State.Contents.Files)
        {
            if (Storage.Read(name, 0, _context, 1) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool TryOpenWith(byte[] wrappingKey)
    {
        bool right = State.KeySlot.TryUnwrap(wrappingKey, _masterKey);
        if (right)
        {
            Keys.Open(wrappingKey, _masterKey);
        }

        Array.Clear(_masterKey, 0, _masterKey.Length);
        return right;
    }

    /// <summary>Encrypts the master key under a wrapping key, with a vector of both and of fresh bytes.</summary>
    private void Wrap(byte[] wrappingKey)
    {
        _entropy.Fill(_context, IvLength);
        Array.Copy(_masterKey, 0, _context, IvLength, KeyDerivation.KeyLength);
        _kdf.Derive(wrappingKey, KeyPurpose.InitializationVector, _context, IvLength + KeyDerivation.KeyLength, _context);
        State.KeySlot.Wrap(wrappingKey, _masterKey, _context);
    }

    /// <summary>Reads the stored state again, with the keys that are there.</summary>
    private void Restore()
    {
        bool wasOpen = Keys.IsOpen;
        Array.Copy(Keys.Wrapping, 0, _wrappingKey, 0, _wrappingKey.Length);
        VaultHealth health = _files.Load();
        if (health == VaultHealth.Missing)
        {
            // Not even the first state could be stored.
            health = VaultHealth.Unreadable;
        }

        if (health != VaultHealth.Good || (wasOpen && !TryOpenWith(_wrappingKey)))
        {
            Fail(health == VaultHealth.Good ? VaultHealth.Damaged : health);
        }

        Array.Clear(_wrappingKey, 0, _wrappingKey.Length);
    }

    private void ClearScratch()
    {
        Array.Clear(_masterKey, 0, _masterKey.Length);
        Array.Clear(_wrappingKey, 0, _wrappingKey.Length);
        Array.Clear(_context, 0, _context.Length);
    }
}
