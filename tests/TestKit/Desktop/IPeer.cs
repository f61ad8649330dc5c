namespace HwToken.TestKit.Desktop;

/// <summary>What is at the other end of a line, and needs no time.</summary>
public interface IPeer
{
    /// <summary>Takes what the host has sent, and answers. Gets nothing when a host opens the line.</summary>
    IEnumerable<byte[]> Receive(ReadOnlySpan<byte> bytes);
}

/// <summary>A peer that answers bytes with bytes, and knows nothing of frames.</summary>
public sealed class BytePeer(Func<byte[], byte[]> answer) : IPeer
{
    public static BytePeer Silent => new(_ => []);

    public static BytePeer Echo => new(bytes => bytes);

    public IEnumerable<byte[]> Receive(ReadOnlySpan<byte> bytes) => [answer(bytes.ToArray())];
}
