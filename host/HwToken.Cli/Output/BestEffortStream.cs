namespace HwToken.Cli.Output;

/// <summary>stderr: what cannot be written there is lost, and what hwtoken was asked for is done all the same.</summary>
internal sealed class BestEffortStream(Stream stream) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Try(() => stream.Write(buffer, offset, count));

    public override void Flush() => Try(stream.Flush);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full disk behind a redirection, or closed: there is nobody to tell.
        }
    }
}
