using System.Buffers.Binary;
using HwToken.Device.Storage;
using HwToken.Virtual.Storage;

namespace HwToken.Virtual.Tests.Support;

/// <summary>A storage content that carries a number all over, so that two of them cannot be mixed unseen.</summary>
internal static class NumberedState
{
    private const string File = "accounts";
    private const int Length = 24_000;

    /// <summary>Commits the numbers after the one that is there, and writes each on a line when it is stored.</summary>
    internal static void CommitForever(string path, TextWriter acknowledged)
    {
        using SimulatedFlash flash = new(FlashImage.Open(path));
        AtomicStorage storage = new(flash);
        for (int number = Read(storage) + 1; ; number++)
        {
            Commit(storage, number);
            acknowledged.WriteLine(number);
            acknowledged.Flush();
        }
    }

    /// <returns>The number; 0 if there is none yet.</returns>
    internal static int Read(AtomicStorage storage)
    {
        byte[] content = new byte[Length + 1];
        int count = storage.Read(File, 0, content, content.Length);
        if (count == -1)
        {
            return 0;
        }

        Assert.Equal(Length, count);
        int number = BinaryPrimitives.ReadInt32BigEndian(content);
        for (int i = 0; i < Length; i += sizeof(int))
        {
            Assert.Equal(number, BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(i)));
        }

        return number;
    }

    private static void Commit(AtomicStorage storage, int number)
    {
        byte[] piece = new byte[240];
        for (int i = 0; i < piece.Length; i += sizeof(int))
        {
            BinaryPrimitives.WriteInt32BigEndian(piece.AsSpan(i), number);
        }

        storage.Begin();
        bool done = storage.BeginFile(File);
        for (int i = 0; i < Length; i += piece.Length)
        {
            done &= storage.Append(piece, 0, piece.Length);
        }

        if (!(done && storage.Commit()))
        {
            throw new IOException("not committed");
        }
    }
}
