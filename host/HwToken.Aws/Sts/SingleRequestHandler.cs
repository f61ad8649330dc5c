namespace HwToken.Aws.Sts;

/// <summary>Lets one request through, and says of a failure whether the request left.</summary>
/// <remarks>
/// An MFA code must not be sent twice. The client's settings say so, and this holds whatever a later SDK makes of them.
/// </remarks>
internal sealed class SingleRequestHandler(HttpMessageHandler inner, TimeProvider time) : DelegatingHandler(inner)
{
    /// <summary>To the answer's last byte.</summary>
    public static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(20);

    private const int MaxAnswerLength = 256 * 1024;

    private const string CodeIsUnused = "the MFA code was not used";

    private int _requests;

    /// <summary>What may be on the way, for the messages.</summary>
    public EnvironmentProxy? Proxy { get; init; }

    /// <summary>What is trusted in place of the system's authorities, for the messages.</summary>
    public CaBundle? CaBundle { get; init; }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string host = request.RequestUri?.Authority ?? "STS";
        string? proxy = request.RequestUri is { } url ? Proxy?.NameFor(url) : null;
        if (Interlocked.Increment(ref _requests) > 1)
        {
            throw new InvalidOperationException($"a second request to {host} with the same MFA code");
        }

        using var limit = new CancellationTokenSource(AnswerTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, either.Token).ConfigureAwait(false);
            await response.Content.LoadIntoBufferAsync(MaxAnswerLength, either.Token).ConfigureAwait(false);
            return response;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Without our limit it was the handler's own, for making the connection.
            throw limit.IsCancellationRequested
                ? AnswerLost($"{host} did not answer within {AnswerTimeout.TotalSeconds} s")
                : Unreachable(proxy is null ? $"{host} lets nobody connect" : $"{proxy} does not connect to {host} in time", proxy);
        }
        catch (HttpRequestException e)
        {
            throw e.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => Unreachable($"there is no address for {proxy ?? host}", proxy),
                HttpRequestError.ConnectionError => Unreachable($"cannot connect to {proxy ?? host}", proxy),
                HttpRequestError.ProxyTunnelError => Unreachable($"{proxy} does not connect to {host}", proxy),
                HttpRequestError.SecureConnectionError => new(
                    FailureKind.Unreachable,
                    $"no trusted TLS connection to {host}" + (proxy is null ? "" : $" through {proxy}"),
                    $"{TrustHint}; {CodeIsUnused}"),
                _ => AnswerLost($"the connection to {host} broke before the answer"),
            };
        }
    }

    private string TrustHint => CaBundle is null
        ? "name a PEM file with the authority of an intercepting proxy in AWS_CA_BUNDLE, or in ca_bundle of the profile"
        : $"add the authority that is missing to {CaBundle.Path}, which {CaBundle.NamedBy} names";

    private static AwsException Unreachable(string message, string? proxy) => new(
        FailureKind.Unreachable,
        message,
        $"check {(proxy is null ? "the network, the region and the endpoint" : "the network and the proxy")}; {CodeIsUnused}");

    private static AwsException AnswerLost(string message) => new(
        FailureKind.AnswerLost, message, "try again: the MFA code counts as used, and the token will give the next one");
}
