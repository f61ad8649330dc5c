namespace HwToken.Virtual.Storage;

/// <summary>A file that is being written.</summary>
internal interface IHostFile : IDisposable
{
    void Write(ReadOnlySpan<byte> content);

    /// <summary>Makes durable what was written.</summary>
    void Flush();
}
