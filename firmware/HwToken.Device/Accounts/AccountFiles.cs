// The accounts' two files, and the section of the state that says which generation of them counts.
using HwToken.Core.Protocol;
using HwToken.Device.Ports;
using HwToken.Device.Vault;

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

    /// <summary>Both of them.</summary>
    public static readonly string[] Names = { FirstName, SecondName };

    private readonly IStorage _storage;

    public AccountFiles(IStorage storage)
    {
        _storage = storage;
    }

    /// <summary>Begins the new content of a copy.</summary>
    /// <param name="copy">0 or 1.</param>
    public bool Begin(int copy) => _storage.BeginFile(NameOf(copy)) && _storage.Append(Header, 0, Header.Length);

    public bool Append(byte[] slot) => _storage.Append(slot, 0, AccountSlot.Length);

    /// <summary>Reads the beginning of a slot, or all of it.</summary>
    /// <returns>Bytes read; -1 if there is no such file, -2 if it cannot be read.</returns>
    public int Read(int copy, int index, byte[] buffer, int count) =>
        _storage.Read(NameOf(copy), Header.Length + (index * AccountSlot.Length), buffer, count);

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

    private static string NameOf(int copy) => copy == 0 ? FirstName : SecondName;
}

/// <summary>Which accounts file belongs to the state: an older or newer one, however intact, does not.</summary>
public sealed class AccountIndex : IVaultContents
{
    public string[] Files => AccountFiles.Names;

    public int SectionLength => 4 + 1 + 1;

    /// <summary>Goes up with every change of the accounts.</summary>
    public long Generation { get; set; }

    /// <summary>0 to <see cref="Limits.Accounts"/>.</summary>
    public int Count { get; set; }

    /// <summary>The place of the account that a press shows first. May lie behind the last account.</summary>
    public int Current { get; set; }

    public void Reset()
    {
        Generation = 0;
        Count = 0;
        Current = 0;
    }

    public void Write(PayloadWriter writer)
    {
        writer.WriteUInt32(Generation);
        writer.WriteByte(Count);
        writer.WriteByte(Current);
    }

    public void Read(PayloadReader reader)
    {
        Generation = reader.ReadUInt32();
        Count = reader.ReadByte();
        Current = reader.ReadByte();
    }
}
