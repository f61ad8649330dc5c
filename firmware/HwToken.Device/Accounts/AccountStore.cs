using HwToken.Core.Audit;
using HwToken.Core.Protocol;
using HwToken.Device.Vault;

namespace HwToken.Device.Accounts;

/// <summary>The accounts, in the order they were added in. At most one of them is in memory, and only its own request's.</summary>
/// <remarks>
/// Every change rewrites the files, slot by slot, in one transaction with the state. Each slot is checked on its way.
/// A slot that is damaged in one copy is read from the other, and whole again after the next change.
/// </remarks>
public sealed class AccountStore
{
    private readonly TokenVault _vault;
    private readonly AccountFiles _files;
    private readonly AccountSlot _slot;
    private readonly AccountIndex _index;
    private readonly byte[] _tag = new byte[KeyDerivation.KeyLength];
    private readonly byte[] _found = new byte[AccountId.Length];

    /// <summary>A slot that is missing now could not be read, which is not to say that it is damaged.</summary>
    private bool _isUnreadable;

    /// <summary>A slot was not whole in either copy while the files were rewritten.</summary>
    private bool _isDamaged;

    /// <param name="index">The vault's contents.</param>
    public AccountStore(TokenVault vault, AccountIndex index)
    {
        _vault = vault;
        _files = new AccountFiles(vault.Storage);
        _slot = new AccountSlot(vault.Hmac, vault.Aes, vault.Keys);
        _index = index;
    }

    /// <summary>Accounts stored, 0 to <see cref="Limits.Accounts"/>.</summary>
    public int Count => _index.Count;

    /// <summary>The place of the account that a press shows first. Stored with the state; may lie behind the last account.</summary>
    public int Current
    {
        get { return _index.Current; }
        set { _index.Current = value; }
    }

    /// <summary>Slots in both files together.</summary>
    public int SlotCount => AccountFiles.Copies * Count;

    /// <summary>Goes up with every change: what was read before may be another account's now.</summary>
    public long Revision => _index.Generation;

    /// <summary>How a request is refused after a read has failed.</summary>
    public Status Fault => _vault.Fault;

    /// <param name="index">The account's place, if it was found.</param>
    /// <returns>Ok, NoSuchAccount, or what is wrong with the storage.</returns>
    public Status Find(byte[] id, out int index)
    {
        _slot.ComputeTag(id, _tag);
        for (int copy = 0; copy < AccountFiles.Copies; copy++)
        {
            for (index = 0; index < Count; index++)
            {
                bool read = _files.Read(copy, index, _found, AccountId.Length) == AccountId.Length;
                if (read && AccountId.Same(_found, _tag) && Fetch(index))
                {
                    return Status.Ok;
                }
            }
        }

        // The tags are read unchecked: whether the account is missing or its tag is damaged, all slots together tell.
        index = 0;
        return CheckAll() ? Status.NoSuchAccount : Fault;
    }

    /// <summary>Reads an account with its key: the caller clears the record when the key has done its work.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <returns>False, and the record without a key, if both copies are damaged.</returns>
    public bool Read(int index, AccountRecord record)
    {
        bool good = Fetch(index) && _slot.TryOpen(record);
        _slot.Clear();
        if (!good)
        {
            record.Clear();
            Fail();
        }

        return good;
    }

    /// <summary>Reads every slot, and finds the vault damaged where one of them is.</summary>
    public bool CheckAll()
    {
        bool good = true;
        for (int i = 0; i < Count && good; i++)
        {
            good = Fetch(i);
        }

        _slot.Clear();
        if (!good)
        {
            Fail();
        }

        return good;
    }

    /// <summary>Whether both copies are whole, for the self-test.</summary>
    public bool AreBothCopiesGood()
    {
        bool good = true;
        for (int i = 0; i < SlotCount && good; i++)
        {
            good = IsSlotGood(i);
        }

        return good;
    }

    /// <summary>
    /// Whether one slot is whole, and in front of the first one its file's header too. Changes nothing: the vault is not
    /// found damaged by that.
    /// </summary>
    /// <param name="slot">0 to <see cref="SlotCount"/> - 1: one file after the other. The vault is open.</param>
    public bool IsSlotGood(int slot)
    {
        int copy = slot / Count;
        int index = slot % Count;
        bool good = (index > 0 || _files.HasHeader(copy, _slot.Buffer)) && Fetch(copy, index);
        _slot.Clear();
        return good;
    }

    /// <summary>Adds an account at the end.</summary>
    /// <returns>Ok, AccountsFull or StorageFailed.</returns>
    public Status Add(AccountRecord record)
    {
        if (Count >= Limits.Accounts)
        {
            return Status.AccountsFull;
        }

        if (Count == 0)
        {
            _vault.RenewMasterKey(record.Key, record.KeyLength);
        }

        return Change(Count, record, Count + 1, AuditEvent.AccountStored);
    }

    /// <summary>Replaces a record.</summary>
    /// <param name="what">AccountReplaced or AccountRenamed.</param>
    /// <returns>Ok or StorageFailed.</returns>
    public Status Replace(int index, AccountRecord record, AuditEvent what) => Change(index, record, Count, what);

    /// <summary>Removes an account; those after it move up.</summary>
    /// <param name="record">The account at that place, for the log.</param>
    /// <returns>Ok or StorageFailed.</returns>
    public Status Delete(int index, AccountRecord record)
    {
        _vault.Note(AuditEvent.AccountDeleted, DetailOf(record));
        if (index < _index.Current)
        {
            // The current account moves up by one place.
            _index.Current--;
        }

        return Rewrite(index, null, Count - 1);
    }

    private Status Change(int changed, AccountRecord record, int newCount, AuditEvent what)
    {
        _vault.Note(what, DetailOf(record));
        return Rewrite(changed, record, newCount);
    }

    /// <summary>Rewrites the files, with <paramref name="record"/>, or nothing, where a slot was or the end is.</summary>
    private Status Rewrite(int changed, AccountRecord record, int newCount)
    {
        _vault.BeginTransaction();
        _isDamaged = false;
        bool written = true;
        for (int copy = 0; copy < AccountFiles.Copies && written; copy++)
        {
            written = _files.Begin(copy) && AppendAll(changed, record, newCount);
        }

        _slot.Clear();
        if (written)
        {
            _index.Generation++;
            _index.Count = newCount;
        }

        if (_vault.EndTransaction(written))
        {
            return Status.Ok;
        }

        if (_isDamaged)
        {
            Fail();
        }

        return Status.StorageFailed;
    }

    private bool AppendAll(int changed, AccountRecord record, int newCount)
    {
        long generation = _index.Generation + 1;
        int written = 0;
        int last = newCount > Count ? newCount : Count;
        for (int i = 0; i < last; i++)
        {
            if (i == changed && record == null)
            {
                continue;
            }

            if (i == changed)
            {
                _slot.Seal(record, generation, written);
            }
            else if (Fetch(i))
            {
                _slot.Authenticate(generation, written);
            }
            else
            {
                _isDamaged = true;
                return false;
            }

            if (!_files.Append(_slot.Buffer))
            {
                return false;
            }

            written++;
        }

        return true;
    }

    /// <summary>Reads a slot from the copy in which it is whole.</summary>
    private bool Fetch(int index)
    {
        _isUnreadable = false;
        return Fetch(0, index) || Fetch(1, index);
    }

    private bool Fetch(int copy, int index)
    {
        int read = _files.Read(copy, index, _slot.Buffer, AccountSlot.Length);
        _isUnreadable |= read == -2;
        return read == AccountSlot.Length && _slot.IsAuthentic(_index.Generation, index);
    }

    private void Fail() => _vault.Fail(_isUnreadable ? VaultHealth.Unreadable : VaultHealth.Damaged);

    private static long DetailOf(AccountRecord record) =>
        ((long)record.Id[0] << 24) | ((long)record.Id[1] << 16) | ((long)record.Id[2] << 8) | record.Id[3];
}
