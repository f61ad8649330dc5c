// One request for each MFA code, and what became of the code.
using System.Net;
using HwToken.Aws.Model;

namespace HwToken.Aws.Sts;

/// <summary>Lets one request through for each code, and says of a failure whether the code left.</summary>
/// <remarks>
/// An MFA code must not be sent twice. The client's settings say so, and this holds whatever a later SDK makes of them.
/// The code is in the request's body, which the handler below never sends again once it has begun to leave.
/// </remarks>
internal sealed class SingleRequestHandler(
    HttpMessageHandler inner, StsUnreachable unreachable, TimeProvider time) : DelegatingHandler(inner)
{
    /// <summary>To the answer's last byte.</summary>
    public static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(20);

    private const int MaxAnswerLength = 256 * 1024;

    private int _allowed;

    /// <summary>There is a new code: one request may leave.</summary>
    public void Allow() => Volatile.Write(ref _allowed, 1);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri url = request.RequestUri ?? throw new ArgumentException("a request without an address", nameof(request));
        if (Interlocked.Exchange(ref _allowed, 0) == 0)
        {
            throw new InvalidOperationException($"a second request to {url.Authority} with the same MFA code");
        }

        var body = new WatchedContent(request.Content ?? throw new ArgumentException("a request without a code", nameof(request)));
        request.Content = body;
        using var limit = new CancellationTokenSource(AnswerTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, either.Token).ConfigureAwait(false);
            await response.Content.LoadIntoBufferAsync(MaxAnswerLength, either.Token).ConfigureAwait(false);
            return response;
        }
        catch (Exception e) when (StsUnreachable.IsFailure(e, cancellationToken))
        {
            throw !body.HasBegunToLeave ? unreachable.Of(e, url)
                : limit.IsCancellationRequested ? AnswerLost($"{url.Authority} did not answer within {AnswerTimeout.TotalSeconds} s")
                : AnswerLost($"the connection to {url.Authority} broke before the answer");
        }
    }

    private static AwsException AnswerLost(string message) => new(
        FailureKind.AnswerLost, message, $"try again, and the token gives the next code; {CodeUse.Used}");
}

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

/// <summary>What has become of the MFA code: every hint about a request to STS ends with one of these.</summary>
internal static class CodeUse
{
    /// <summary>Nothing reached STS.</summary>
    public const string None = "no MFA code was used";

    /// <summary>
    /// It left, so the next try takes the device's next code. AWS may not have taken it from a request that it refused,
    /// but says so nowhere.
    /// </summary>
    public const string Used = "the MFA code counts as used";
}
