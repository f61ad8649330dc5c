namespace HwToken.Device.Ports;

/// <summary>A few small files that survive loss of power.</summary>
/// <remarks>
/// A file is replaced as a whole, piece by piece so that it need not fit in memory, and atomically: until
/// <see cref="Commit"/> has returned, whatever happens, a read finds the old content, and after it the new one.
/// One replacement is under way at a time.
/// </remarks>
public interface IStorage
{
    /// <summary>Reads from <paramref name="position"/> on.</summary>
    /// <param name="name">At most 16 lower-case letters.</param>
    /// <returns>Bytes read, fewer than <paramref name="count"/> at the end; -1 if there is no such file, -2 if it cannot be read.</returns>
    int Read(string name, int position, byte[] buffer, int count);

    /// <summary>Begins the new content of a file, empty. A replacement that was begun and not committed is forgotten.</summary>
    /// <returns>False if it cannot be written.</returns>
    bool BeginReplace(string name);

    /// <summary>Adds to the new content.</summary>
    /// <returns>False if it cannot be written; the replacement is then forgotten, and the old content stays.</returns>
    bool Append(byte[] buffer, int offset, int count);

    /// <summary>Puts the new content in the old one's place, durably.</summary>
    /// <returns>False if it could not; the old content stays.</returns>
    bool Commit();

    /// <summary>Removes every file, durably.</summary>
    bool Erase();
}
