namespace HwToken.Client.Tests.Peers;

/// <summary>What is at the other end of a line.</summary>
internal interface IPeer
{
    /// <summary>Takes what the host has sent, and answers.</summary>
    IEnumerable<byte[]> Receive(ReadOnlySpan<byte> bytes);
}

/// <summary>A peer that answers bytes with bytes, and knows nothing of frames.</summary>
internal sealed class BytePeer(Func<byte[], byte[]> answer) : IPeer
{
    public static BytePeer Silent => new(_ => []);

    public static BytePeer Echo => new(bytes => bytes);

    public IEnumerable<byte[]> Receive(ReadOnlySpan<byte> bytes) => [answer(bytes.ToArray())];
}
