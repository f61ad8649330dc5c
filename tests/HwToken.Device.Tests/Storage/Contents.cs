using HwToken.Device.Ports;
using HwToken.Device.Storage;

namespace HwToken.Device.Tests.Storage;

/// <summary>Whole files through <see cref="IStorage"/>, in pieces.</summary>
internal static class Contents
{
    private const int Piece = 3;

    /// <returns>Null if there is no such file.</returns>
    public static byte[]? Of(IStorage storage, string name)
    {
        var content = new List<byte>();
        byte[] buffer = new byte[Piece];
        while (true)
        {
            int read = storage.Read(name, content.Count, buffer, Piece);
            if (read < 0)
            {
                Assert.Equal(-1, read);
                Assert.Empty(content);
                return null;
            }

            content.AddRange(buffer.AsSpan(0, read));
            if (read < Piece)
            {
                return [.. content];
            }
        }
    }

    public static void Replace(IStorage storage, string name, byte[] content)
    {
        Assert.True(storage.BeginReplace(name));
        for (int at = 0; at < content.Length; at += Piece)
        {
            Assert.True(storage.Append(content, at, Math.Min(Piece, content.Length - at)));
        }

        Assert.True(storage.Commit());
    }

    public static CuttableFiles FilesWith(string name, byte[] content)
    {
        var files = new CuttableFiles();
        Replace(new AtomicStorage(files), name, content);
        return files.Restarted();
    }
}
