using HwToken.Core.Protocol;
using HwToken.Device.Ports;

namespace HwToken.Device.Accounts;

/// <summary>The accounts, in the order they were added in. At most one of them is in memory.</summary>
/// <remarks>
/// Every change writes the whole file anew, slot by slot, and is there or not there when it has been committed. Each
/// slot is checked on its way, so that damage is noticed while the old file still stands.
/// </remarks>
public sealed class AccountStore
{
    private readonly IStorage _storage;
    private readonly AccountFile _file = new AccountFile();
    private readonly byte[] _id = new byte[AccountId.Length];

    public AccountStore(IStorage storage)
    {
        _storage = storage;
    }

    /// <summary>Accounts stored, 0 to <see cref="Limits.Accounts"/>.</summary>
    public int Count { get; private set; }

    /// <summary>Goes up with every change: what was read before may be another account's now.</summary>
    public int Revision { get; private set; }

    /// <summary>A slot could not be read, or is damaged. Stays until <see cref="Load"/> finds everything in order.</summary>
    public bool IsFaulted { get; private set; }

    /// <summary>Reads the whole file and checks it.</summary>
    /// <param name="scratch">Working space; cleared afterwards.</param>
    public FileState Load(AccountRecord scratch)
    {
        Count = 0;
        Revision++;
        IsFaulted = true;
        int read = _storage.Read(AccountFile.Name, 0, _file.Buffer, AccountFile.HeaderLength);
        if (read < 0)
        {
            return read == -1 ? FileState.Missing : FileState.Unreadable;
        }

        int count = read == AccountFile.HeaderLength ? _file.ReadHeader() : -1;
        if (count < 0)
        {
            return FileState.Damaged;
        }

        IsFaulted = false;
        Count = count;
        for (int i = 0; i < count; i++)
        {
            Read(i, scratch);
        }

        scratch.Clear();
        bool endsThere = _storage.Read(AccountFile.Name, AccountFile.PositionOf(count), _file.Buffer, 1) == 0;
        IsFaulted |= !endsThere;
        return IsFaulted ? FileState.Damaged : FileState.Good;
    }

    /// <summary>Writes a file without accounts.</summary>
    public bool Create()
    {
        Count = 0;
        IsFaulted = !Rewrite(0, null, 0);
        return !IsFaulted;
    }

    /// <param name="index">The account's place, if it was found.</param>
    /// <returns>Ok, NoSuchAccount or StorageFailed.</returns>
    public Status Find(byte[] id, out int index)
    {
        for (index = 0; index < Count; index++)
        {
            int position = AccountFile.PositionOf(index);
            if (_storage.Read(AccountFile.Name, position, _id, AccountId.Length) != AccountId.Length)
            {
                IsFaulted = true;
                return Status.StorageFailed;
            }

            if (AccountId.Same(_id, id))
            {
                return Status.Ok;
            }
        }

        return Status.NoSuchAccount;
    }

    /// <summary>Reads an account with its key: the caller clears the record when the key has done its work.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <returns>False, and the record without a key, if it cannot be read or is damaged.</returns>
    public bool Read(int index, AccountRecord record)
    {
        bool good = Fetch(index) && _file.TryReadSlot(record);
        IsFaulted |= !good;
        _file.Clear();
        if (!good)
        {
            record.Clear();
        }

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

        return Rewrite(Count, record, Count + 1) ? Status.Ok : Status.StorageFailed;
    }

    /// <summary>Puts a record in the place of the one that stands there.</summary>
    /// <returns>Ok or StorageFailed.</returns>
    public Status Replace(int index, AccountRecord record)
    {
        return Rewrite(index, record, Count) ? Status.Ok : Status.StorageFailed;
    }

    /// <summary>Takes an account out; those behind it move up.</summary>
    /// <returns>Ok or StorageFailed.</returns>
    public Status Delete(int index)
    {
        return Rewrite(index, null, Count - 1) ? Status.Ok : Status.StorageFailed;
    }

    /// <summary>Writes the file anew, with <paramref name="record"/>, or nothing, where a slot was or the end is.</summary>
    private bool Rewrite(int changed, AccountRecord record, int newCount)
    {
        bool written = _storage.BeginReplace(AccountFile.Name) && AppendAll(changed, record, newCount) && _storage.Commit();
        _file.Clear();
        if (written)
        {
            Count = newCount;
            Revision++;
        }

        return written;
    }

    private bool AppendAll(int changed, AccountRecord record, int newCount)
    {
        _file.WriteHeader(newCount);
        if (!_storage.Append(_file.Buffer, 0, AccountFile.HeaderLength))
        {
            return false;
        }

        int last = newCount > Count ? newCount : Count;
        for (int i = 0; i < last; i++)
        {
            if (i == changed && record == null)
            {
                continue;
            }

            if (i == changed)
            {
                _file.WriteSlot(record);
            }
            else if (!Fetch(i))
            {
                return false;
            }

            if (!_storage.Append(_file.Buffer, 0, AccountFile.SlotLength))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads a slot's bytes and checks their CRC.</summary>
    private bool Fetch(int index)
    {
        int position = AccountFile.PositionOf(index);
        int read = _storage.Read(AccountFile.Name, position, _file.Buffer, AccountFile.SlotLength);
        bool good = read == AccountFile.SlotLength && _file.IsSlotIntact;
        IsFaulted |= !good;
        return good;
    }
}
