// The chip's flash in memory, and the buffer for a file that is being written.
using System.Security.Cryptography;
using HwToken.Device.Ports;

namespace HwToken.Virtual.Storage;

/// <summary>The files in the chip's flash, in memory, and in a <see cref="FlashImage"/> if there is one.</summary>
/// <remarks>
/// Each close, removal and renaming is in the state file before it returns, as it is in the flash: killing this
/// process cuts the token's power. What is being written is in memory alone until it is closed, and gone after a cut.
/// It does not simulate blocks, their wear and the copies that they keep of what was erased.
/// </remarks>
internal sealed class SimulatedFlash : IFiles, IDisposable
{
    /// <summary>What littlefs holds on a part of 4 MB, so that nothing here outgrows it.</summary>
    internal const int Capacity = 256 * 1024;

    private readonly FlashImage? _host;
    private readonly GrowingSecret _written = new();
    private Dictionary<string, byte[]> _files;
    private string? _open;

    /// <param name="host">Null to forget everything at the end. Disposed of with this.</param>
    internal SimulatedFlash(FlashImage? host)
    {
        _host = host;
        _files = host?.Files ?? [];
    }

    /// <summary>Raised when the host's file could not be written; the token tells its owner in its own way.</summary>
    internal event Action<Exception>? Failed;

    /// <summary>What it holds.</summary>
    internal IReadOnlyDictionary<string, byte[]> Files => _files;

    public bool Exists(string name) => _files.ContainsKey(name);

    public int Read(string name, int position, byte[] buffer, int count)
    {
        if (!_files.TryGetValue(name, out byte[]? content))
        {
            return -1;
        }

        int taken = Math.Clamp(content.Length - position, 0, count);
        content.AsSpan(Math.Min(position, content.Length), taken).CopyTo(buffer);
        return taken;
    }

    public bool Create(string name)
    {
        _open = name;
        _written.Clear();
        return true;
    }

    public bool Append(byte[] buffer, int offset, int count)
    {
        // The content that this one replaces is there until this one is closed.
        int used = _files.Values.Sum(content => content.Length) + _written.Count;
        if (_open is null || used + count > Capacity)
        {
            return false;
        }

        _written.Append(buffer.AsSpan(offset, count));
        return true;
    }

    public bool Close()
    {
        if (_open is not { } name)
        {
            return false;
        }

        byte[] content = _written.ToArray();
        _written.Clear();
        _open = null;
        byte[]? old = _files.GetValueOrDefault(name);
        bool closed = TryKeep(new(_files) { [name] = content });
        CryptographicOperations.ZeroMemory(closed ? old : content);
        return closed;
    }

    public bool Delete(string name)
    {
        Dictionary<string, byte[]> files = new(_files);
        if (!files.Remove(name, out byte[]? content))
        {
            return true;
        }

        bool deleted = TryKeep(files);
        CryptographicOperations.ZeroMemory(deleted ? content : null);
        return deleted;
    }

    public bool Rename(string name, string newName)
    {
        Dictionary<string, byte[]> files = new(_files);
        return files.Remove(name, out byte[]? content) && files.TryAdd(newName, content) && TryKeep(files);
    }

    public bool DeleteAllBut(string name) => _files.Keys.Where(other => other != name).ToList().TrueForAll(Delete);

    public void Dispose()
    {
        _written.Clear();
        foreach (byte[] content in _files.Values)
        {
            CryptographicOperations.ZeroMemory(content);
        }

        _host?.Dispose();
    }

    private bool TryKeep(Dictionary<string, byte[]> files)
    {
        try
        {
            _host?.Save(files);
            _files = files;
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Failed?.Invoke(e);
            return false;
        }
    }
}

/// <summary>Collects bytes that may be keys, and leaves none of them behind in memory.</summary>
internal sealed class GrowingSecret
{
    private byte[] _bytes = new byte[1024];
    private int _count;

    internal int Count => _count;

    internal void Append(ReadOnlySpan<byte> data)
    {
        if (_count + data.Length > _bytes.Length)
        {
            byte[] larger = new byte[Math.Max(2 * _bytes.Length, _count + data.Length)];
            _bytes.AsSpan(0, _count).CopyTo(larger);
            CryptographicOperations.ZeroMemory(_bytes);
            _bytes = larger;
        }

        data.CopyTo(_bytes.AsSpan(_count));
        _count += data.Length;
    }

    internal byte[] ToArray() => _bytes.AsSpan(0, _count).ToArray();

    internal void Clear()
    {
        CryptographicOperations.ZeroMemory(_bytes);
        _count = 0;
    }
}
