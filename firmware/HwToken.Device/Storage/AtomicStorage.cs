using HwToken.Device.Ports;

namespace HwToken.Device.Storage;

/// <summary>Storage whose files are replaced whole or not at all, over a file system with an atomic rename.</summary>
/// <remarks>
/// <para>
/// A file NAME is replaced in steps, each of which leaves either the old or the new content to be read:
/// NAME.part is written and closed; it is renamed to NAME.new, and at that moment the new content holds; NAME is
/// deleted; NAME.new is renamed to NAME. What a cut leaves undone of the last two is done before the next replacement.
/// </para>
/// <para>
/// Why not the file system alone: its own whole-file commit happens at the close, and a file that is open for writing
/// cannot be left otherwise, so that a replacement could not be given up. Why not one rename: nanoFramework's refuses a
/// name that is taken. Why no generation numbers and checksums: they would have to be read and computed at every
/// wake-up, and the contents have their own.
/// </para>
/// <para>
/// Erasing leaves a mark first, and a token that finds the mark goes on erasing: no cut brings half of the accounts
/// back. What the flash chip's cells hold of erased files until they are used again, no file system says.
/// </para>
/// </remarks>
public sealed class AtomicStorage : IStorage
{
    private const string PartSuffix = ".part";
    private const string NewSuffix = ".new";
    private const string EraseMark = "erasing";
    private const int Unreadable = -2;

    private readonly IFiles _files;
    private bool _eraseMarkIsChecked;

    /// <summary>The file that is being replaced; null while none is.</summary>
    private string _replaced;

    // The file that was read last, and where its content is: an account is read in many calls.
    private string _readName;
    private string _readFile;

    public AtomicStorage(IFiles files)
    {
        _files = files;
    }

    public int Read(string name, int position, byte[] buffer, int count)
    {
        if (!FinishErasing())
        {
            return Unreadable;
        }

        if (name != _readName)
        {
            _readFile = _files.Exists(name + NewSuffix) ? name + NewSuffix : name;
            _readName = name;
        }

        return _files.Read(_readFile, position, buffer, count);
    }

    public bool BeginReplace(string name)
    {
        Forget();
        _readName = null;
        if (!FinishErasing() || !Settle(name) || !_files.Create(name + PartSuffix))
        {
            return false;
        }

        _replaced = name;
        return true;
    }

    public bool Append(byte[] buffer, int offset, int count)
    {
        if (_replaced != null && !_files.Append(buffer, offset, count))
        {
            Forget();
        }

        return _replaced != null;
    }

    public bool Commit()
    {
        string name = _replaced;
        _replaced = null;
        if (name == null)
        {
            return false;
        }

        _readName = null;
        if (!_files.Close() || !_files.Rename(name + PartSuffix, name + NewSuffix))
        {
            _files.Delete(name + PartSuffix);
            return false;
        }

        // The new content holds; whether the old one goes now or before the next replacement, nobody sees.
        Settle(name);
        return true;
    }

    public bool Erase()
    {
        Forget();
        _readName = null;
        _eraseMarkIsChecked = false;
        return _files.Create(EraseMark) && _files.Close() && FinishErasing();
    }

    /// <summary>Puts a new content that holds already under its own name.</summary>
    private bool Settle(string name)
    {
        return !_files.Exists(name + NewSuffix) || (_files.Delete(name) && _files.Rename(name + NewSuffix, name));
    }

    /// <summary>Gives up a replacement. Its file, closed but never renamed, is nobody's.</summary>
    private void Forget()
    {
        if (_replaced != null)
        {
            _files.Close();
            _files.Delete(_replaced + PartSuffix);
            _replaced = null;
        }
    }

    private bool FinishErasing()
    {
        if (!_eraseMarkIsChecked && _files.Exists(EraseMark))
        {
            // The mark goes last.
            if (!_files.DeleteAllBut(EraseMark) || !_files.Delete(EraseMark))
            {
                return false;
            }
        }

        _eraseMarkIsChecked = true;
        return true;
    }
}
