// Files that survive a power cut: as the token uses them, and as a board's file system provides them.
using HwToken.Device.Storage;

namespace HwToken.Device.Ports;

/// <summary>A few small files that survive loss of power, changed together or not at all.</summary>
/// <remarks>
/// Files are replaced as wholes, piece by piece so that they need not fit in memory, and all those of one transaction
/// at once: until <see cref="Commit"/> has returned, whatever happens, a read finds the old content of each of them,
/// and after it the new one.
/// </remarks>
public interface IStorage
{
    /// <summary>Reads from <paramref name="position"/> on.</summary>
    /// <param name="name">At most 16 lower-case letters.</param>
    /// <returns>Bytes read, fewer than <paramref name="count"/> at the end; -1 if there is no such file, -2 if it cannot be read.</returns>
    int Read(string name, int position, byte[] buffer, int count);

    /// <summary>Begins a transaction. One that was begun and not committed is forgotten.</summary>
    void Begin();

    /// <summary>Begins the new content of a file, empty, and ends that of the file before. Each file once a transaction.</summary>
    /// <returns>False if it cannot be written; the transaction is then forgotten, and all old contents stay.</returns>
    bool BeginFile(string name);

    /// <summary>Adds to the new content of the file that was named last.</summary>
    /// <returns>False if it cannot be written; the transaction is then forgotten, and all old contents stay.</returns>
    bool Append(byte[] buffer, int offset, int count);

    /// <summary>Puts the new contents in the old ones' places, durably.</summary>
    /// <returns>False if it could not; all old contents stay.</returns>
    bool Commit();

    /// <summary>Removes every file, durably.</summary>
    bool Erase();
}

/// <summary>The files of one folder of a board's file system, which <see cref="AtomicStorage"/> makes atomic.</summary>
/// <remarks>
/// What is asked of the file system, so that a power cut at any moment loses nothing:
/// <list type="number">
/// <item>When <see cref="Close"/> has returned true, the content and the name are durable. Until then the file being
/// written may, after a cut, be absent, empty, cut short, or hold anything.</item>
/// <item><see cref="Delete"/> is atomic: after a cut it has happened as a whole or not at all. When it has returned true
/// it is durable, and so is <see cref="Rename"/>, which need not be atomic.</item>
/// <item>No operation changes another file than those it names.</item>
/// </list>
/// littlefs promises these (its README, "Power-loss resilience", and DESIGN.md): data and metadata are copied on write, and
/// a file's new content becomes its content when the file is closed.
/// </remarks>
public interface IFiles
{
    /// <returns>True if there is such a file, whatever it holds.</returns>
    bool Exists(string name);

    /// <summary>Reads a file that is not being written.</summary>
    /// <returns>Bytes read, fewer than <paramref name="count"/> at the end; -1 if there is no such file, -2 if it cannot be read.</returns>
    int Read(string name, int position, byte[] buffer, int count);

    /// <summary>Begins to write a file, empty, in the place of any of that name. One file is written at a time.</summary>
    bool Create(string name);

    /// <summary>Writes on, at the end of the file that was created last.</summary>
    bool Append(byte[] buffer, int offset, int count);

    /// <summary>Ends the writing, durably. Whatever it returns, no file is being written any more.</summary>
    bool Close();

    /// <returns>True if there is no such file now; false if it could not be removed.</returns>
    bool Delete(string name);

    /// <param name="name">A file that is not being written.</param>
    /// <param name="newName">A name that no file has.</param>
    /// <remarks>
    /// A cut may leave the old name alone, whole; the old name whole and the new one in any state; or the new name alone,
    /// whole. littlefs renames in one step, but nanoFramework's File.Move copies and deletes where that step reports an
    /// error (System.IO.FileSystem 1.1.93, File.cs, Move and Copy; nf-interpreter a3e8139,
    /// nf_sys_io_filesystem_System_IO_NativeIO.cpp).
    /// </remarks>
    /// <returns>
    /// False if it could not be done. Then this file may be lost, under both names: the same Copy deletes its source in
    /// a finally. Where that is too little, keep the contents twice, in files that are not renamed together.
    /// </returns>
    bool Rename(string name, string newName);

    /// <summary>Removes every file of the folder but one. A cut may leave any of them.</summary>
    bool DeleteAllBut(string name);
}
