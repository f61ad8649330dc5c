using System.Security.Cryptography;

namespace HwToken.Virtual.Storage;

/// <summary>The host file that keeps a token's flash between runs, for one token at a time.</summary>
internal sealed class StateFile : IDisposable
{
    private readonly IHostFiles _host;
    private readonly string _path;

    // Beside the state and not the state itself, which is another file after every change. It stays when the token
    // ends: removing it would let two tokens lock two files of one name.
    private readonly FileStream? _lock;

    private StateFile(IHostFiles host, string path, FileStream? lockFile)
    {
        _host = host;
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
            FileStream lockFile = Lock(path);
            try
            {
                StateFile file = Open(new HostFiles(), path, lockFile);
                HostFiles.MakePrivate(path);
                return file;
            }
            catch
            {
                lockFile.Dispose();
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

    /// <param name="host">Where it is.</param>
    /// <param name="path">The file itself.</param>
    /// <param name="lockFile">Disposed of with it; null where nobody else can come.</param>
    /// <exception cref="InvalidDataException">It is damaged or something else; the message says what.</exception>
    internal static StateFile Open(IHostFiles host, string path, FileStream? lockFile)
    {
        StateFile file = new(host, path, lockFile);
        file.Load();
        return file;
    }

    /// <exception cref="IOException">It could not be written; what was in it still is.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    internal void Save(IReadOnlyDictionary<string, byte[]> files)
    {
        byte[] state = StateFormat.Encode(files);
        try
        {
            DurableFile.Replace(_host, _path, state);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(state);
        }
    }

    public void Dispose() => _lock?.Dispose();

    private static FileStream Lock(string path)
    {
        string lockPath = path + ".lock";
        try
        {
            return HostFiles.OpenPrivate(lockPath, FileMode.OpenOrCreate);
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
        _host.Delete(DurableFile.NextPath(_path));
        if (_host.Read(_path) is not { } state)
        {
            Save(Files);
            return;
        }

        try
        {
            Files = StateFormat.Decode(state);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(state);
        }
    }
}
