// Transactions over several files, and the list of names that commits them.
using System.Text;
using HwToken.Core.Protocol;
using HwToken.Device.Ports;

namespace HwToken.Device.Storage;

/// <summary>Storage that changes several files at once or none of them, over a file system with an atomic rename.</summary>
/// <remarks>
/// <para>
/// A transaction writes each file NAME as NAME.part and closes it, and writes their names into the list <c>commit</c>.
/// With the close of that, the new contents hold. Then each NAME is deleted and NAME.part renamed to NAME, and at last the
/// list is deleted. A token that finds a list at its start does again what is left of that. The list has a length and a
/// checksum: a cut while it was written leaves a list that is none, and the old contents.
/// </para>
/// <para>
/// A renaming is not trusted to be one step: see <see cref="IFiles.Rename"/>. Half of one leaves NAME in any state and
/// NAME.part whole, with the list still there: it is done again.
/// </para>
/// <para>
/// Why not the file system alone: its own whole-file commit happens at the close, one file at a time, and a file that
/// is open for writing cannot be left otherwise, so that a transaction could not be given up. Why no generation numbers
/// and checksums: they would have to be read and computed at every wake-up, and the contents have their own.
/// </para>
/// <para>
/// Erasing leaves a mark first, and a token that finds the mark goes on erasing: no cut brings half of the accounts
/// back. What the flash chip's cells hold of erased files until they are used again, no file system says.
/// </para>
/// </remarks>
public sealed class AtomicStorage : IStorage
{
    /// <summary>Files that one transaction changes at most.</summary>
    public const int MaxFiles = 4;

    private const string PartSuffix = ".part";
    private const string List = "commit";
    private const string EraseMark = "erasing";
    private const int Unreadable = -2;

    private readonly IFiles _files;
    private readonly string[] _names = new string[MaxFiles];
    private readonly NameList _list = new(MaxFiles);
    private int _count;

    /// <summary>The last of the names is being written.</summary>
    private bool _isWriting;

    private bool _isOpen;
    private bool _isSettled;

    public AtomicStorage(IFiles files)
    {
        _files = files;
    }

    public int Read(string name, int position, byte[] buffer, int count) =>
        Settle() ? _files.Read(name, position, buffer, count) : Unreadable;

    public void Begin()
    {
        Forget();
        _isOpen = true;
    }

    public bool BeginFile(string name)
    {
        if (_isOpen && EndFile() && Settle() && _count < MaxFiles && _files.Create(name + PartSuffix))
        {
            _names[_count] = name;
            _count++;
            _isWriting = true;
            return true;
        }

        Forget();
        return false;
    }

    public bool Append(byte[] buffer, int offset, int count)
    {
        if (_isWriting && _files.Append(buffer, offset, count))
        {
            return true;
        }

        Forget();
        return false;
    }

    public bool Commit()
    {
        if (!_isOpen || _count == 0 || !EndFile() || !WriteList())
        {
            Forget();
            return false;
        }

        // The new contents hold; whether they get their names now or before the next read makes no difference.
        _isOpen = false;
        _count = 0;
        _isSettled = false;
        Settle();
        return true;
    }

    public bool Erase()
    {
        Forget();
        _isSettled = false;
        return _files.Create(EraseMark) && _files.Close() && Settle();
    }

    private bool WriteList()
    {
        if (!_files.Create(List))
        {
            return false;
        }

        bool written = _files.Append(_list.Buffer, 0, _list.Write(_names, _count));
        if (_files.Close() && written)
        {
            return true;
        }

        // Part of it may be there, or all: without it nothing has been committed.
        return !_files.Delete(List) && _list.Read(_files, List) > 0;
    }

    private bool EndFile()
    {
        bool wasWriting = _isWriting;
        _isWriting = false;
        return !wasWriting || _files.Close();
    }

    /// <summary>Gives up a transaction. Its files, closed but on no list, are ignored.</summary>
    private void Forget()
    {
        EndFile();
        for (int i = 0; i < _count; i++)
        {
            _files.Delete(_names[i] + PartSuffix);
        }

        _count = 0;
        _isOpen = false;
    }

    /// <summary>Finishes what a cut, or a failure, has left undone.</summary>
    private bool Settle()
    {
        _isSettled = _isSettled || (FinishErasing() && FinishCommitting());
        return _isSettled;
    }

    private bool FinishErasing()
    {
        // The mark goes last.
        return !_files.Exists(EraseMark) || (_files.DeleteAllBut(EraseMark) && _files.Delete(EraseMark));
    }

    private bool FinishCommitting()
    {
        if (!_files.Exists(List))
        {
            return true;
        }

        int count = _list.Read(_files, List);
        if (count == Unreadable)
        {
            return false;
        }

        // A list that is none counts nothing: its files were never committed, and are nobody's.
        for (int i = 0; i < count; i++)
        {
            string name = _list.NameAt(i);
            if (_files.Exists(name + PartSuffix) && !(_files.Delete(name) && _files.Rename(name + PartSuffix, name)))
            {
                return false;
            }
        }

        return _files.Delete(List);
    }
}

/// <summary>
/// The names of a transaction's files, as the list on storage holds them: how many bytes follow, the names with a zero
/// byte behind each, and a CRC-16 of all that.
/// </summary>
internal sealed class NameList
{
    private const int MaxNameLength = 16;
    private const int CrcLength = 2;

    /// <summary>As <see cref="IFiles.Read"/> says it.</summary>
    private const int Unreadable = -2;

    private readonly string[] _names;

    public NameList(int capacity)
    {
        _names = new string[capacity];
        Buffer = new byte[1 + ((MaxNameLength + 1) * capacity) + CrcLength];
    }

    public byte[] Buffer { get; }

    /// <returns>Bytes written to <see cref="Buffer"/>.</returns>
    public int Write(string[] names, int count)
    {
        int length = 1;
        for (int i = 0; i < count; i++)
        {
            string name = names[i];
            for (int j = 0; j < name.Length; j++)
            {
                Buffer[length++] = (byte)name[j];
            }

            Buffer[length++] = 0;
        }

        Buffer[0] = (byte)(length - 1 + CrcLength);
        int crc = Crc16.Update(Crc16.Initial, Buffer, 0, length);
        Buffer[length++] = (byte)(crc >> 8);
        Buffer[length++] = (byte)crc;
        return length;
    }

    /// <returns>How many names there are; 0 if this is no whole list; -2 if it cannot be read now.</returns>
    public int Read(IFiles files, string file)
    {
        int length = files.Read(file, 0, Buffer, Buffer.Length);
        if (length < 0)
        {
            return Unreadable;
        }

        if (length < 1 + CrcLength || Buffer[0] != length - 1)
        {
            return 0;
        }

        int end = length - CrcLength;
        if (Crc16.Update(Crc16.Initial, Buffer, 0, end) != ((Buffer[end] << 8) | Buffer[end + 1]))
        {
            return 0;
        }

        int count = 0;
        int start = 1;
        for (int i = 1; i < end && count < _names.Length; i++)
        {
            if (Buffer[i] == 0)
            {
                _names[count++] = Encoding.UTF8.GetString(Buffer, start, i - start);
                start = i + 1;
            }
        }

        return count;
    }

    public string NameAt(int index) => _names[index];
}
