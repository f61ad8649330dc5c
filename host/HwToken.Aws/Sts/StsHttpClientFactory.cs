using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Amazon.Runtime;
using HwToken.Aws.Sessions;

namespace HwToken.Aws.Sts;

/// <summary>Makes the SDK's HTTP client: one request, no redirects, the user's proxy and authorities.</summary>
internal sealed class StsHttpClientFactory(SessionPlan plan, TimeProvider time) : HttpClientFactory
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    private readonly X509ChainPolicy? _trust = plan.CaBundle?.ToPolicy();

    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        var connections = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = ConnectTimeout,
            UseProxy = plan.Proxy is not null,
            Proxy = plan.Proxy,
        };
        if (_trust is not null)
        {
            connections.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = _trust };
        }

        // The handler ends what takes too long, and knows whether the request had left.
        return new HttpClient(new SingleRequestHandler(connections, time) { Proxy = plan.Proxy, CaBundle = plan.CaBundle }) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => true;
}
