namespace HwToken.Virtual.Storage;

/// <summary>Replaces a file so that whatever ends the process or the power leaves the old content or the new one.</summary>
internal static class DurableFile
{
    /// <summary>Where the new content stands until it is whole.</summary>
    internal static string NextPath(string path) => path + ".next";

    /// <exception cref="IOException">The old content is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">The old content is still there.</exception>
    internal static void Replace(IHostFiles files, string path, ReadOnlySpan<byte> content)
    {
        string next = NextPath(path);
        try
        {
            // Never written through: what was left there, or put there, is not ours.
            files.Delete(next);
            using (IHostFile file = files.Create(next))
            {
                file.Write(content);
                file.Flush();
            }

            files.Move(next, path);
        }
        catch
        {
            TryDelete(files, next);
            throw;
        }

        files.SyncFolderOf(path);
    }

    private static void TryDelete(IHostFiles files, string path)
    {
        try
        {
            files.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The failure that brought us here is the one to report.
        }
    }
}
