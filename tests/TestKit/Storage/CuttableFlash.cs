using HwToken.Device.Ports;

namespace HwToken.TestKit.Storage;

/// <summary>
/// The files of a chip's flash on a <see cref="CuttableDisk"/>, as careless as <see cref="IFiles"/> allows: what is being
/// written may turn into anything, a removal has happened or has not, and what has returned is kept. A renaming is one
/// step, or a copy and a removal, as nanoFramework's File.Move is where the file system reports an error.
/// </summary>
/// <remarks>It does not simulate littlefs itself, its blocks or their wear.</remarks>
public sealed class CuttableFlash(CuttableDisk disk) : IFiles
{
    private string? _name;
    private DiskFile? _file;

    public CuttableFlash(CutImage? image = null)
        : this(new CuttableDisk(image))
    {
    }

    public CuttableDisk Disk => disk;

    /// <summary>Changing operations so far.</summary>
    public int Operations { get; private set; }

    /// <summary>The number, from 0, of the changing operation that fails.</summary>
    public int FailAt { get; set; } = int.MaxValue;

    /// <summary>Renamings copy and remove.</summary>
    public bool RenamesByCopying { get; set; }

    /// <summary>The same files after the power was off, in good order.</summary>
    public CuttableFlash Restarted() => new(disk.SwitchedOff()) { RenamesByCopying = RenamesByCopying };

    public bool Exists(string name) => disk.Read(name) is not null;

    public int Read(string name, int position, byte[] buffer, int count)
    {
        RequireNotOpen(name);
        if (disk.Read(name) is not { } content)
        {
            return -1;
        }

        int read = Math.Clamp(content.Length - position, 0, count);
        Array.Copy(content, Math.Min(position, content.Length), buffer, 0, read);
        return read;
    }

    public bool Create(string name) => Succeeds(() =>
    {
        Require(_file is null, $"{name} is created while {_name} is being written");
        _name = name;
        _file = disk.Create(name);
    });

    public bool Append(byte[] buffer, int offset, int count) => Succeeds(() =>
    {
        Require(_file is not null, "no file is being written");
        disk.Append(_file!, buffer.AsSpan(offset, count));
    });

    public bool Close()
    {
        Require(_file is not null, "no file is being written");
        bool closed = Succeeds(() =>
        {
            disk.Flush(_file!);
            disk.Sync();
        });
        (_name, _file) = (null, null);
        return closed;
    }

    public bool Delete(string name) => Succeeds(() =>
    {
        RequireNotOpen(name);
        disk.Remove(name);
        disk.Sync();
    });

    public bool Rename(string name, string newName)
    {
        RequireNotOpen(name);
        Require(Exists(name) && !Exists(newName), $"{name} cannot become {newName}");
        if (!RenamesByCopying)
        {
            return Succeeds(() =>
            {
                disk.Rename(name, newName, isOneChange: true);
                disk.Sync();
            });
        }

        byte[] content = disk.Read(name)!;
        DiskFile copy = disk.Create(newName);
        disk.Append(copy, content.AsSpan(0, content.Length / 2));
        bool isCopied = Succeeds(() => disk.Append(copy, content.AsSpan(content.Length / 2)));
        disk.Flush(copy);
        disk.Sync();

        // In a finally, whatever has become of the copy.
        disk.Remove(name);
        disk.Sync();
        return isCopied;
    }

    public bool DeleteAllBut(string name) => disk.Names.Where(other => other != name).ToList().TrueForAll(Delete);

    private bool Succeeds(Action change)
    {
        bool fails = Operations++ == FailAt;
        if (!fails)
        {
            change();
        }

        return !fails;
    }

    private void RequireNotOpen(string name) => Require(name != _name, $"{name} is still being written");

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
