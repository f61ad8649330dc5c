using HwToken.Device.Ports;

namespace HwToken.Device.Accounts;

/// <summary>The two files of accounts, of the same content: a header of 8 bytes, then a slot for each account.</summary>
/// <remarks>One size makes a slot's number its place, so that showing an account reads one slot.</remarks>
public sealed class AccountFiles
{
    public const int Version = 2;

    public const int Copies = 2;

    public const string FirstName = "accountsone";

    public const string SecondName = "accountstwo";

    /// <summary>"HWTA", version, three zeros. How many slots follow, the state says.</summary>
    private static readonly byte[] Header = { 0x48, 0x57, 0x54, 0x41, Version, 0, 0, 0 };

    private readonly IStorage _storage;

    public AccountFiles(IStorage storage)
    {
        _storage = storage;
    }

    /// <summary>Begins the new content of a copy.</summary>
    /// <param name="copy">0 or 1.</param>
    public bool Replace(int copy)
    {
        return _storage.Replace(NameOf(copy)) && _storage.Append(Header, 0, Header.Length);
    }

    public bool Append(byte[] slot)
    {
        return _storage.Append(slot, 0, AccountSlot.Length);
    }

    /// <summary>Reads the beginning of a slot, or all of it.</summary>
    /// <returns>Bytes read; -1 if there is no such file, -2 if it cannot be read.</returns>
    public int Read(int copy, int index, byte[] buffer, int count)
    {
        return _storage.Read(NameOf(copy), Header.Length + (index * AccountSlot.Length), buffer, count);
    }

    /// <returns>Whether a file of this version begins there.</returns>
    public bool HasHeader(int copy, byte[] scratch)
    {
        bool found = _storage.Read(NameOf(copy), 0, scratch, Header.Length) == Header.Length;
        for (int i = 0; i < Header.Length && found; i++)
        {
            found = scratch[i] == Header[i];
        }

        return found;
    }

    private static string NameOf(int copy)
    {
        return copy == 0 ? FirstName : SecondName;
    }
}
