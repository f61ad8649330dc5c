using System.Runtime.ExceptionServices;

namespace HwToken.TestKit.Storage;

/// <summary>A disk in memory that tells, at every change, all that a power cut at that moment may leave of it.</summary>
/// <remarks>
/// It is as careless as a disk behind a cache may be. Bytes are kept when they are flushed, names (made, changed,
/// removed) when they are synced; until then each may have reached the disk or not, whatever their order, and bytes in
/// part. So one run of an operation shows every torn and reordered outcome of it: it need not be run again and cut
/// short. It does not simulate a disk that says of a flush that it is done and has not done it, nor one that damages
/// what it has kept.
/// </remarks>
public sealed class CuttableDisk
{
    private readonly Dictionary<string, DiskFile> _kept = [];
    private readonly Dictionary<string, DiskFile> _names;

    /// <summary>Names that were given, or taken (null), since the last sync: what arrives together, in order.</summary>
    private readonly List<(string Name, DiskFile? File)[]> _changes = [];

    private Action<CutImage>? _cut;
    private int _moments;

    /// <param name="image">What it holds; nothing by default.</param>
    public CuttableDisk(CutImage? image = null)
    {
        foreach ((string name, byte[] content) in image?.Files ?? new Dictionary<string, byte[]>())
        {
            _kept.Add(name, new DiskFile([.. content]));
        }

        _names = new(_kept);
    }

    /// <summary>Where all that may be left is more than there is time for: files are torn in some ways instead of all.</summary>
    public bool TearsInSomeWays { get; set; }

    /// <summary>The names that a program sees.</summary>
    public IReadOnlyCollection<string> Names => _names.Keys;

    /// <returns>What a program reads; null if there is no such name.</returns>
    public byte[]? Read(string name) => _names.GetValueOrDefault(name)?.Content;

    /// <summary>What it holds when it is switched off in good order.</summary>
    public CutImage SwitchedOff() =>
        new(_names.ToDictionary(name => name.Key, name => name.Value.Content), "switched off");

    /// <summary>A new, empty file of this name, in the place of any other.</summary>
    public DiskFile Create(string name)
    {
        var file = new DiskFile();
        if (_names.ContainsKey(name))
        {
            // The old one may be gone before the new one is there.
            Change((name, null));
        }

        Change((name, file));
        TellCuts($"{name} made");
        return file;
    }

    public void Append(DiskFile file, ReadOnlySpan<byte> bytes)
    {
        file.Append(bytes);
        TellCuts($"{bytes.Length} bytes written");
    }

    /// <summary>Keeps what was written to a file.</summary>
    public void Flush(DiskFile file)
    {
        file.Keep();
        TellCuts("bytes flushed");
    }

    public void Remove(string name)
    {
        Change((name, null));
        TellCuts($"{name} removed");
    }

    /// <summary>Gives a file another name, in the place of any file that has that.</summary>
    /// <param name="isOneChange">Whether the new name comes and the old one goes at once, or either of them alone.</param>
    public void Rename(string name, string newName, bool isOneChange)
    {
        DiskFile file = _names[name];
        if (isOneChange)
        {
            Change((newName, file), (name, null));
        }
        else
        {
            Change((newName, file));
            Change((name, null));
        }

        TellCuts($"{name} renamed to {newName}");
    }

    /// <summary>Keeps all names as they are.</summary>
    public void Sync()
    {
        _changes.ForEach(change => Make(change, _kept));
        _changes.Clear();
        TellCuts("names synced");
    }

    /// <summary>Runs an operation to its end; at its start and at each change of the disk, tells what a cut might leave.</summary>
    /// <param name="check">
    /// Told in the middle of the operation, so that it can see what else there is at that moment. What it throws is
    /// thrown when the operation has ended, which cannot catch it.
    /// </param>
    /// <returns>How many images were told, each once a moment.</returns>
    public int ForEachCut(Action operation, Action<CutImage> check)
    {
        int count = 0;
        ExceptionDispatchInfo? failure = null;
        _moments = 0;
        _cut = image =>
        {
            count++;
            try
            {
                check(image);
            }
            catch (Exception e)
            {
                failure ??= ExceptionDispatchInfo.Capture(new InvalidOperationException($"cut when {image}: {e.Message}", e));
            }
        };
        try
        {
            TellCuts("nothing was done");
            operation();
        }
        finally
        {
            _cut = null;
        }

        failure?.Throw();
        return count;
    }

    /// <summary>Tells what a cut might leave now, though the disk has not changed: something else has.</summary>
    public void TellCuts(string lastChange)
    {
        _moments++;
        if (_cut is not null)
        {
            HashSet<string> told = [];
            foreach (CutImage image in Images($"{lastChange} ({_moments})"))
            {
                if (told.Add(image.Fingerprint()))
                {
                    _cut(image);
                }
            }
        }
    }

    private void Change(params (string Name, DiskFile? File)[] change)
    {
        _changes.Add(change);
        Make(change, _names);
    }

    private static void Make((string Name, DiskFile? File)[] change, Dictionary<string, DiskFile> names)
    {
        foreach ((string name, DiskFile? file) in change)
        {
            if (file is null)
            {
                names.Remove(name);
            }
            else
            {
                names[name] = file;
            }
        }
    }

    private IEnumerable<CutImage> Images(string moment)
    {
        for (int arrived = 0; arrived < 1 << _changes.Count; arrived++)
        {
            Dictionary<string, DiskFile> names = new(_kept);
            for (int i = 0; i < _changes.Count; i++)
            {
                if ((arrived & (1 << i)) != 0)
                {
                    Make(_changes[i], names);
                }
            }

            string story = _changes.Count == 0 ? moment : $"{moment}, names {Convert.ToString(arrived, 2)}";
            foreach (CutImage image in Remains(names, story))
            {
                yield return image;
            }
        }
    }

    /// <summary>These names with all that may be left of their files; a file with two names is the same under both.</summary>
    private IEnumerable<CutImage> Remains(Dictionary<string, DiskFile> names, string story)
    {
        DiskFile[] files = [.. names.Values.Distinct()];
        IEnumerable<(Dictionary<DiskFile, byte[]> Contents, string Story)> remains = [([], story)];
        foreach (DiskFile file in files)
        {
            remains = remains.SelectMany(
                _ => file.Remains(TearsInSomeWays),
                (before, one) => (new Dictionary<DiskFile, byte[]>(before.Contents) { [file] = one.Content }, before.Story + one.Story));
        }

        return remains.Select(left => new CutImage(names.ToDictionary(n => n.Key, n => left.Contents[n.Value]), left.Story));
    }
}
