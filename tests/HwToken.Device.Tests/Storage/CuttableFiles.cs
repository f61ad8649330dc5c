using HwToken.Device.Storage;

namespace HwToken.Device.Tests.Storage;

/// <summary>
/// Files in memory whose power is cut at a chosen operation, as roughly as <see cref="IFiles"/> allows a file system
/// to be: what is being written may turn into anything, a rename or deletion has happened or has not.
/// </summary>
internal sealed class CuttableFiles : IFiles
{
    private readonly Dictionary<string, byte[]> _files;
    private readonly List<byte> _written = [];
    private string? _open;
    private byte[]? _before;

    public CuttableFiles()
        : this([])
    {
    }

    private CuttableFiles(Dictionary<string, byte[]> files) => _files = files;

    /// <summary>What a cut leaves of the file that is being written.</summary>
    public enum Tear
    {
        Nothing,
        WhatWasThere,
        Empty,
        CutShort,
        Whole,
        Garbage,
    }

    /// <summary>Changing operations until the power goes; 0 is at the first one.</summary>
    public int CutAt { get; set; } = int.MaxValue;

    /// <summary>The operation that the cut hits has happened all the same.</summary>
    public bool CutIsLate { get; set; }

    public Tear CutLeaves { get; set; }

    /// <summary>The changing operation that fails without a cut.</summary>
    public int FailAt { get; set; } = int.MaxValue;

    /// <summary>Changing operations so far.</summary>
    public int Operations { get; private set; }

    public IEnumerable<string> Names => _files.Keys;

    /// <summary>The same file system after power is back.</summary>
    public CuttableFiles Restarted() => new(_files.ToDictionary(f => f.Key, f => (byte[])f.Value.Clone()));

    public bool Exists(string name) => _files.ContainsKey(name);

    public int Read(string name, int position, byte[] buffer, int count)
    {
        Assert.NotEqual(_open, name);
        if (!_files.TryGetValue(name, out byte[]? content))
        {
            return -1;
        }

        int read = Math.Clamp(content.Length - position, 0, count);
        Array.Copy(content, Math.Min(position, content.Length), buffer, 0, read);
        return read;
    }

    public bool Create(string name) => Change(() =>
    {
        Assert.Null(_open);
        _before = _files.GetValueOrDefault(name);
        _open = name;
        _written.Clear();
        _files[name] = [];
    });

    public bool Append(byte[] buffer, int offset, int count) => Change(() =>
    {
        Assert.NotNull(_open);
        _written.AddRange(buffer.AsSpan(offset, count));
    });

    public bool Close()
    {
        Assert.NotNull(_open);
        bool closed = Change(() =>
        {
            _files[_open] = [.. _written];
            _open = null;
        });
        _open = null;
        return closed;
    }

    public bool Delete(string name) => Change(() =>
    {
        Assert.NotEqual(_open, name);
        _files.Remove(name);
    });

    public bool Rename(string name, string newName) => Change(() =>
    {
        Assert.NotEqual(_open, name);
        Assert.DoesNotContain(newName, _files.Keys);
        Assert.True(_files.Remove(name, out byte[]? content));
        _files[newName] = content;
    });

    public bool DeleteAllBut(string name) => _files.Keys.Where(other => other != name).ToList().TrueForAll(Delete);

    private bool Change(Action change)
    {
        int number = Operations++;
        if (number == FailAt)
        {
            return false;
        }

        if (number != CutAt)
        {
            change();
            return true;
        }

        if (CutIsLate)
        {
            change();
        }

        LeaveTorn();
        throw new PowerCutException();
    }

    private void LeaveTorn()
    {
        if (_open is null)
        {
            return;
        }

        byte[]? left = CutLeaves switch
        {
            Tear.Nothing => null,
            Tear.WhatWasThere => _before,
            Tear.Empty => [],
            Tear.CutShort => [.. _written.Take(_written.Count / 2)],
            Tear.Whole => [.. _written],
            _ => [.. _written.Select((b, i) => (byte)(b ^ (i + 1))), 0xFF],
        };
        _files.Remove(_open);
        if (left is not null)
        {
            _files[_open] = left;
        }
    }
}
