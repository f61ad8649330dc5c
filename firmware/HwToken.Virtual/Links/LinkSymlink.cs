using System.Text.RegularExpressions;

namespace HwToken.Virtual.Links;

/// <summary>The path under which a host finds the pseudo-terminal: it appears and disappears as a whole.</summary>
internal sealed partial class LinkSymlink : IDisposable
{
    private readonly string _path;
    private readonly string _target;

    private LinkSymlink(string path, string target)
    {
        _path = path;
        _target = target;
    }

    /// <summary>Makes it, in the place of one that an earlier token left behind, and of nothing else.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="target">The slave's path.</param>
    /// <exception cref="VirtualTokenException">Something else is there, or the folder cannot be written.</exception>
    internal static LinkSymlink Create(string path, string target)
    {
        string next = $"{path}.{Environment.ProcessId}-{Guid.NewGuid():N}";
        FileSystemInfo? made = null;
        try
        {
            RefuseToReplace(path);
            made = File.CreateSymbolicLink(next, target);
            File.Move(next, path, overwrite: true);
            return new LinkSymlink(path, target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            made?.Delete();
            throw new VirtualTokenException(
                $"cannot make the link {path}: {e.Message}", "give another path with --link", e);
        }
    }

    /// <summary>Removes it, unless another token has put its own there.</summary>
    public void Dispose()
    {
        if (new FileInfo(_path).LinkTarget == _target)
        {
            File.Delete(_path);
        }
    }

    private static void RefuseToReplace(string path)
    {
        FileInfo there = new(path);
        bool stale = there.LinkTarget is { } target && (SlavePath().IsMatch(target) || !there.ResolveLinkTarget(true)!.Exists);
        if (!stale && (there.Exists || Directory.Exists(path)))
        {
            throw new VirtualTokenException(
                $"{path} exists and is not a virtual token's link", "give another path with --link; it was left untouched");
        }
    }

    [GeneratedRegex(@"^/dev/(pts/|ttys)\d+$")]
    private static partial Regex SlavePath();
}
