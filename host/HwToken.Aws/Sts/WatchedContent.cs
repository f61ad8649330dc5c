using System.Net;

namespace HwToken.Aws.Sts;

/// <summary>A request's body that knows whether it has begun to leave.</summary>
internal sealed class WatchedContent : HttpContent
{
    private readonly HttpContent _content;

    public WatchedContent(HttpContent content)
    {
        _content = content;
        foreach ((string name, IEnumerable<string> values) in content.Headers)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    public bool HasBegunToLeave { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        HasBegunToLeave = true;
        return _content.CopyToAsync(stream, context, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _content.Headers.ContentLength ?? 0;
        return _content.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
        }

        base.Dispose(disposing);
    }
}
