using System.Security.Cryptography;

namespace HwToken.Virtual.Storage;

/// <summary>The host file that keeps a token's storage between runs, for one token at a time.</summary>
internal sealed class StateFile : IDisposable
{
    private readonly string _path;

    // Beside the state and not the state itself, which is another file after every change. It stays when the token
    // ends: removing it would let two tokens lock two files of one name.
    private readonly FileStream _lock;

    private StateFile(string path, FileStream lockFile)
    {
        _path = path;
        _lock = lockFile;
    }

    /// <summary>What was in it when it was opened.</summary>
    internal Dictionary<string, byte[]> Files { get; private set; } = [];

    /// <summary>Opens it, or makes a new one.</summary>
    /// <exception cref="VirtualTokenException">
    /// Another token uses it, it is damaged or something else, or it cannot be read or written.
    /// </exception>
    internal static StateFile Open(string path)
    {
        path = Path.GetFullPath(path);
        try
        {
            // The rename must reach the file, not a symlink to it.
            FileInfo there = new(path);
            path = there.LinkTarget is null ? path : there.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
            StateFile file = new(path, Lock(path));
            try
            {
                file.Load();
                return file;
            }
            catch
            {
                file.Dispose();
                throw;
            }
        }
        catch (InvalidDataException e)
        {
            throw new VirtualTokenException(
                $"the state file {path} {e.Message}", "put a good copy in its place, or give another path with --state; it was left untouched", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VirtualTokenException(
                $"cannot use the state file {path}: {e.Message}", "give a path with --state in a folder that can be written", e);
        }
    }

    /// <exception cref="IOException">It could not be written; what was in it still is.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    internal void Save(IReadOnlyDictionary<string, byte[]> files)
    {
        byte[] state = StateFormat.Encode(files);
        try
        {
            DurableFile.Replace(_path, state);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(state);
        }
    }

    public void Dispose() => _lock.Dispose();

    private static FileStream Lock(string path)
    {
        string lockPath = path + ".lock";
        try
        {
            return new FileStream(lockPath, DurableFile.PrivateFile(FileMode.OpenOrCreate));
        }
        catch (IOException e) when (File.Exists(lockPath))
        {
            throw new VirtualTokenException(
                $"the state file {path} is in use by another virtual token", "end that one, or give another path with --state", e);
        }
    }

    private void Load()
    {
        // Of a token that was killed; it may be half a state, and it holds keys.
        File.Delete(DurableFile.NextPath(_path));
        if (!File.Exists(_path))
        {
            Save(Files);
            return;
        }

        byte[] state = File.ReadAllBytes(_path);
        try
        {
            Files = StateFormat.Decode(state);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(state);
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_path, DurableFile.Private);
        }
    }
}
