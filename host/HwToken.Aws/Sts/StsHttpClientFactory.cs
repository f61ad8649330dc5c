using Amazon.Runtime;

namespace HwToken.Aws.Sts;

/// <summary>Gives the SDK a client over a connection that is not the SDK's to close.</summary>
internal sealed class StsHttpClientFactory(SingleRequestHandler sender) : HttpClientFactory
{
    // The sender ends what takes too long, and knows whether the code had left.
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(sender, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => true;
}
