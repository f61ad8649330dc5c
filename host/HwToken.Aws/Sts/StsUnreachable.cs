namespace HwToken.Aws.Sts;

/// <summary>Why nothing reached STS, in our words.</summary>
/// <param name="proxy">What may be on the way, for the messages.</param>
/// <param name="bundle">What is trusted in place of the system's authorities, for the messages.</param>
internal sealed class StsUnreachable(EnvironmentProxy? proxy, CaBundle? bundle)
{
    /// <summary>Whether that is what a connection that fails throws, and not the caller's own cancellation.</summary>
    public static bool IsFailure(Exception e, CancellationToken callers) =>
        e is HttpRequestException || (e is OperationCanceledException && !callers.IsCancellationRequested);

    /// <param name="failure">Of <see cref="IsFailure"/>; a cancellation is a time-out.</param>
    public AwsException Of(Exception failure, Uri url)
    {
        string host = url.Authority;
        string? via = proxy?.NameFor(url);
        return (failure as HttpRequestException)?.HttpRequestError switch
        {
            null when via is null => Network($"{host} does not let anybody connect", via),
            null => Network($"{via} does not connect to {host} in time", via),
            HttpRequestError.NameResolutionError => Network($"there is no address for {via ?? host}", via),
            HttpRequestError.ConnectionError => Network($"cannot connect to {via ?? host}", via),
            HttpRequestError.ProxyTunnelError => Network($"{via} does not connect to {host}", via),
            HttpRequestError.SecureConnectionError => new(
                FailureKind.Unreachable,
                $"no trusted TLS connection to {host}" + (via is null ? "" : $" through {via}"),
                $"{TrustHint}; {CodeUse.None}"),
            _ => Network($"{via ?? host} broke the connection off", via),
        };
    }

    private string TrustHint => bundle is null
        ? "name a PEM file with the authority of an intercepting proxy in AWS_CA_BUNDLE, or in ca_bundle of the profile"
        : $"add the authority that is missing to {bundle.Path}, which {bundle.NamedBy} names";

    private static AwsException Network(string message, string? via) => new(
        FailureKind.Unreachable,
        message,
        $"check {(via is null ? "the network, the region and the endpoint" : "the network and the proxy")}; {CodeUse.None}");
}
