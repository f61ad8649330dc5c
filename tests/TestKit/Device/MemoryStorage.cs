using HwToken.Device.Ports;

namespace HwToken.TestKit.Device;

/// <summary>Storage that keeps its promises in memory, and can refuse or lose power at any one of its operations.</summary>
public sealed class MemoryStorage : IStorage
{
    private const int NoSuchFile = -1;
    private const int Unreadable = -2;

    private readonly Dictionary<string, List<byte>> _replacements = [];
    private List<byte>? _current;
    private bool _isOpen;

    /// <summary>What is committed.</summary>
    public Dictionary<string, byte[]> Files { get; } = [];

    /// <summary>Calls so far, those that were refused included.</summary>
    public int Operations { get; private set; }

    /// <summary>Says of the number of an operation (from 0) and its name whether it is refused.</summary>
    public Func<int, string, bool> Refuses { get; set; } = (_, _) => false;

    /// <summary>Says of the number of an operation (from 0) whether power is lost before it.</summary>
    public Func<int, bool> LosesPower { get; set; } = _ => false;

    /// <param name="files">What it holds, as copies; nothing by default.</param>
    public static MemoryStorage With(IReadOnlyDictionary<string, byte[]>? files)
    {
        var storage = new MemoryStorage();
        foreach ((string name, byte[] content) in files ?? new Dictionary<string, byte[]>())
        {
            storage.Files[name] = [.. content];
        }

        return storage;
    }

    /// <summary>Whether every file is as it was in another storage.</summary>
    public bool HoldsTheSameAs(IReadOnlyDictionary<string, byte[]> files) =>
        Files.Count == files.Count
        && files.All(file => Files.TryGetValue(file.Key, out byte[]? bytes) && bytes.SequenceEqual(file.Value));

    /// <summary>A copy of the files, to compare or go on with.</summary>
    public Dictionary<string, byte[]> Copy() => Files.ToDictionary(file => file.Key, file => file.Value.ToArray());

    public int Read(string name, int position, byte[] buffer, int count)
    {
        if (!Allows(nameof(Read)))
        {
            return Unreadable;
        }

        if (!Files.TryGetValue(name, out byte[]? file))
        {
            return NoSuchFile;
        }

        int read = Math.Clamp(file.Length - position, 0, count);
        Array.Copy(file, Math.Min(position, file.Length), buffer, 0, read);
        return read;
    }

    public void Begin()
    {
        _replacements.Clear();
        _current = null;
        _isOpen = true;
    }

    public bool BeginFile(string name)
    {
        bool allowed = Allows(nameof(BeginFile));
        if (!_isOpen)
        {
            throw new InvalidOperationException("no transaction was begun");
        }

        if (!allowed)
        {
            Forget();
            return false;
        }

        _replacements.Add(name, _current = []);
        return true;
    }

    public bool Append(byte[] buffer, int offset, int count)
    {
        bool allowed = Allows(nameof(Append));
        if (_current is null)
        {
            throw new InvalidOperationException("nothing is being replaced");
        }

        if (!allowed)
        {
            Forget();
            return false;
        }

        _current.AddRange(buffer.AsSpan(offset, count));
        return true;
    }

    public bool Commit()
    {
        Dictionary<string, List<byte>> replacements = new(_replacements);
        bool hadAny = _current is not null;
        Forget();
        if (!hadAny)
        {
            throw new InvalidOperationException("nothing is being replaced");
        }

        if (!Allows(nameof(Commit)))
        {
            return false;
        }

        foreach ((string name, List<byte> content) in replacements)
        {
            Files[name] = [.. content];
        }

        return true;
    }

    public bool Erase()
    {
        Forget();
        if (!Allows(nameof(Erase)))
        {
            return false;
        }

        Files.Clear();
        return true;
    }

    private void Forget()
    {
        _replacements.Clear();
        _current = null;
        _isOpen = false;
    }

    private bool Allows(string operation)
    {
        int number = Operations++;
        return LosesPower(number)
            ? throw new PowerLostException($"power was lost before operation {number}, {operation}")
            : !Refuses(number, operation);
    }
}
