using System.Security.Cryptography;
using HwToken.Device.Ports;

namespace HwToken.Virtual.Storage;

/// <summary>The token's files, in memory, and in a <see cref="StateFile"/> if there is one.</summary>
internal sealed class VirtualStorage : IStorage, IDisposable
{
    /// <summary>What the chip's file system holds (littlefs on a part of 4 MB), so that nothing here outgrows it.</summary>
    internal const int Capacity = 256 * 1024;

    private const int MaxNameLength = 16;

    private readonly StateFile? _file;
    private readonly Dictionary<string, GrowingSecret> _next = [];
    private Dictionary<string, byte[]> _files;
    private GrowingSecret? _current;
    private bool _isOpen;

    /// <param name="file">Null to forget everything at the end. Disposed of with this.</param>
    internal VirtualStorage(StateFile? file)
    {
        _file = file;
        _files = file?.Files ?? [];
    }

    /// <summary>Raised when the host's file could not be written; the token tells its owner in its own way.</summary>
    internal event Action<Exception>? Failed;

    public int Read(string name, int position, byte[] buffer, int count)
    {
        CheckName(name);
        if (!_files.TryGetValue(name, out byte[]? content))
        {
            return -1;
        }

        int taken = Math.Clamp(content.Length - position, 0, count);
        content.AsSpan(Math.Min(position, content.Length), taken).CopyTo(buffer);
        return taken;
    }

    public void Begin()
    {
        Forget();
        _isOpen = true;
    }

    public bool Replace(string name)
    {
        CheckName(name);
        if (!_isOpen || _next.ContainsKey(name))
        {
            Forget();
            return false;
        }

        _current = new GrowingSecret();
        _next.Add(name, _current);
        return true;
    }

    public bool Append(byte[] buffer, int offset, int count)
    {
        // The old contents are there until the new ones hold, as on the chip.
        int used = _files.Values.Sum(content => content.Length) + _next.Values.Sum(content => content.Count);
        if (_current is null || used + count > Capacity)
        {
            Forget();
            return false;
        }

        _current.Append(buffer.AsSpan(offset, count));
        return true;
    }

    public bool Commit()
    {
        if (_current is null)
        {
            return false;
        }

        Dictionary<string, byte[]> files = new(_files);
        List<byte[]> old = [];
        List<byte[]> added = [];
        foreach ((string name, GrowingSecret next) in _next)
        {
            if (files.TryGetValue(name, out byte[]? before))
            {
                old.Add(before);
            }

            added.Add(files[name] = next.ToArray());
        }

        Forget();
        bool saved = TrySave(files);
        (saved ? old : added).ForEach(content => CryptographicOperations.ZeroMemory(content));
        return saved;
    }

    public bool Erase()
    {
        Forget();
        Dictionary<string, byte[]> old = _files;
        if (!TrySave([]))
        {
            return false;
        }

        Clear(old);
        return true;
    }

    public void Dispose()
    {
        Forget();
        Clear(_files);
        _file?.Dispose();
    }

    private bool TrySave(Dictionary<string, byte[]> files)
    {
        try
        {
            _file?.Save(files);
            _files = files;
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Failed?.Invoke(e);
            return false;
        }
    }

    private void Forget()
    {
        foreach (GrowingSecret content in _next.Values)
        {
            content.Clear();
        }

        _next.Clear();
        _current = null;
        _isOpen = false;
    }

    private static void Clear(Dictionary<string, byte[]> files)
    {
        foreach (byte[] content in files.Values)
        {
            CryptographicOperations.ZeroMemory(content);
        }
    }

    private static void CheckName(string name)
    {
        if (name.Length is 0 or > MaxNameLength || !name.All(char.IsAsciiLetterLower))
        {
            throw new ArgumentException($"'{name}' is not 1 to {MaxNameLength} lower-case letters", nameof(name));
        }
    }
}
