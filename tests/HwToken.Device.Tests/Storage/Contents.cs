using HwToken.Device.Ports;
using HwToken.Device.Storage;
using HwToken.TestKit.Storage;

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

    public static void Replace(IStorage storage, params (string Name, byte[] Content)[] files)
    {
        storage.Begin();
        foreach ((string name, byte[] content) in files)
        {
            Assert.True(storage.BeginFile(name));
            for (int at = 0; at < content.Length; at += Piece)
            {
                Assert.True(storage.Append(content, at, Math.Min(Piece, content.Length - at)));
            }
        }

        Assert.True(storage.Commit());
    }

    public static void Replace(IStorage storage, string name, byte[] content) => Replace(storage, (name, content));

    public static CuttableFlash FilesWith(string name, byte[] content) => FilesWith((name, content));

    public static CuttableFlash FilesWith(params (string Name, byte[] Content)[] contents)
    {
        var files = new CuttableFlash();
        Replace(new AtomicStorage(files), contents);
        return files.Restarted();
    }
}
