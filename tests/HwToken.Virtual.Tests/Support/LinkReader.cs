using HwToken.Device.Ports;

namespace HwToken.Virtual.Tests.Support;

internal static class LinkReader
{
    /// <summary>Takes bytes from the token's end as they come.</summary>
    internal static async Task<byte[]> ReadAsync(this ILink link, int count)
    {
        byte[] bytes = new byte[count];
        int read = 0;
        await Eventually.IsTrue(() => (read += link.Read(bytes, read, count - read)) == count);
        return bytes;
    }

    internal static void Write(this ILink link, byte[] bytes) => link.Write(bytes, 0, bytes.Length);

    /// <summary>Every byte value, so that none is found to mean something to the line.</summary>
    internal static byte[] AllBytes { get; } = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
}
