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
    bool Replace(string name);

    /// <summary>Adds to the new content of the file that was named last.</summary>
    /// <returns>False if it cannot be written; the transaction is then forgotten, and all old contents stay.</returns>
    bool Append(byte[] buffer, int offset, int count);

    /// <summary>Puts the new contents in the old ones' places, durably.</summary>
    /// <returns>False if it could not; all old contents stay.</returns>
    bool Commit();

    /// <summary>Removes every file, durably.</summary>
    bool Erase();
}
