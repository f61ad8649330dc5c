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

    private int _requests;

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string host = request.RequestUri?.Authority ?? "STS";
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
                : Unreachable($"{host} lets nobody connect");
        }
        catch (HttpRequestException e)
        {
            throw e.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError => Unreachable($"there is no address for {host}"),
                HttpRequestError.ConnectionError => Unreachable($"cannot connect to {host}"),
                HttpRequestError.ProxyTunnelError => Unreachable($"the proxy does not connect to {host}"),
                HttpRequestError.SecureConnectionError => Unreachable(
                    $"no trusted TLS connection to {host}",
                    "name the authorities of an intercepting proxy with AWS_CA_BUNDLE"),
                _ => AnswerLost($"the connection to {host} broke before the answer"),
            };
        }
    }

    private static AwsException Unreachable(string message, string hint = "check the network, the region and the endpoint") =>
        new(FailureKind.Unreachable, message, $"{hint}; the MFA code was not used");

    private static AwsException AnswerLost(string message) => new(
        FailureKind.AnswerLost, message, "try again: the MFA code counts as used, and the token will give the next one");
}
