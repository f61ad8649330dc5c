using HwToken.Client.Errors;

namespace HwToken.Client.Transports;

/// <summary>A line of bytes to one token. Its user reads and writes one thing at a time.</summary>
public interface ITransport : IAsyncDisposable
{
    /// <summary>The port as its user wrote it, for messages.</summary>
    string Name { get; }

    /// <summary>How long a byte is on the line; zero where there is no wire.</summary>
    TimeSpan ByteTime => TimeSpan.Zero;

    /// <summary>Waits for bytes. A cancelled wait loses none of them.</summary>
    /// <returns>How many there are, at least 1.</returns>
    /// <exception cref="TokenUnpluggedException">The line has ended; it stays so.</exception>
    ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken);

    /// <summary>Sends all of the bytes.</summary>
    /// <exception cref="TokenUnpluggedException">The line has ended; it stays so.</exception>
    ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken);
}
