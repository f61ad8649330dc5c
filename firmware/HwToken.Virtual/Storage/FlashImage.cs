// The file of --state: how it is opened, locked and replaced, and what is in it.
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using HwToken.Virtual.Errors;

namespace HwToken.Virtual.Storage;

/// <summary>The host file that keeps a token's flash between runs, for one token at a time.</summary>
internal sealed class FlashImage : IDisposable
{
    private readonly IHostFiles _host;
    private readonly string _path;

    // Beside the state and not the state itself, which is another file after every change. It stays when the token
    // ends: removing it would let two tokens lock two files of one name.
    private readonly FileStream? _lock;

    private FlashImage(IHostFiles host, string path, FileStream? lockFile)
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
    internal static FlashImage Open(string path)
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
                FlashImage file = Open(new HostFiles(), path, lockFile);
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
    internal static FlashImage Open(IHostFiles host, string path, FileStream? lockFile)
    {
        FlashImage file = new(host, path, lockFile);
        file.Load();
        return file;
    }

    /// <exception cref="IOException">It could not be written; what was in it still is.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    internal void Save(IReadOnlyDictionary<string, byte[]> files)
    {
        byte[] state = FlashImageFormat.Encode(files);
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
            Files = FlashImageFormat.Decode(state);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(state);
        }
    }
}

/// <summary>All of a token's files in one host file.</summary>
/// <remarks>
/// A line of text that says what it is, with the format's number; one byte: how many files; of each its name (one byte
/// length, ASCII) and content (four bytes length, big-endian); SHA-256 over everything before. Nothing is encrypted here;
/// what the token has encrypted lies beside the secret for it, unless there is a PIN.
/// </remarks>
internal static class FlashImageFormat
{
    private const int LengthBytes = 4;

    private static ReadOnlySpan<byte> Magic => "hwtoken-virtual state "u8;

    private static ReadOnlySpan<byte> Version => "hwtoken-virtual state 1,"u8;

    /// <summary>For people who look inside; earlier files have other words after the comma.</summary>
    private static ReadOnlySpan<byte> FirstLine =>
        "hwtoken-virtual state 1, with the secret that encrypts the accounts' keys\n"u8;

    /// <returns>Full of keys: the caller clears it.</returns>
    internal static byte[] Encode(IReadOnlyDictionary<string, byte[]> files)
    {
        int length = FirstLine.Length + 1 + SHA256.HashSizeInBytes
            + files.Sum(file => 1 + file.Key.Length + LengthBytes + file.Value.Length);
        byte[] state = new byte[length];
        FirstLine.CopyTo(state);
        Span<byte> rest = state.AsSpan(FirstLine.Length);
        rest[0] = (byte)files.Count;
        rest = rest[1..];
        foreach ((string name, byte[] content) in files)
        {
            rest[0] = (byte)Encoding.ASCII.GetBytes(name, rest[1..]);
            rest = rest[(1 + name.Length)..];
            BinaryPrimitives.WriteInt32BigEndian(rest, content.Length);
            content.CopyTo(rest[LengthBytes..]);
            rest = rest[(LengthBytes + content.Length)..];
        }

        SHA256.HashData(state.AsSpan(0, length - SHA256.HashSizeInBytes), rest);
        return state;
    }

    /// <exception cref="InvalidDataException">The message says what it is instead.</exception>
    internal static Dictionary<string, byte[]> Decode(ReadOnlySpan<byte> state)
    {
        if (!state.StartsWith(Magic))
        {
            throw new InvalidDataException("is not a virtual token's state file");
        }

        int firstLineLength = state.IndexOf((byte)'\n') + 1;
        if (!state.StartsWith(Version) || firstLineLength == 0)
        {
            throw new InvalidDataException("is damaged, or of a newer hwtoken-virtual");
        }

        int length = state.Length - SHA256.HashSizeInBytes;
        if (length <= firstLineLength || !SHA256.HashData(state[..length]).AsSpan().SequenceEqual(state[length..]))
        {
            throw new InvalidDataException("is damaged: its checksum is wrong");
        }

        // What the checksum covers was written by Encode: the lengths below fit.
        Dictionary<string, byte[]> files = [];
        ReadOnlySpan<byte> rest = state[firstLineLength..];
        int count = rest[0];
        rest = rest[1..];
        for (int i = 0; i < count; i++)
        {
            string name = Encoding.ASCII.GetString(rest.Slice(1, rest[0]));
            rest = rest[(1 + name.Length)..];
            int size = BinaryPrimitives.ReadInt32BigEndian(rest);
            files.Add(name, rest.Slice(LengthBytes, size).ToArray());
            rest = rest[(LengthBytes + size)..];
        }

        return files;
    }
}
