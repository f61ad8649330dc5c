using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Amazon.Runtime;

namespace HwToken.Aws.Sts;

/// <summary>Makes the SDK's HTTP client: one request, no redirects, the user's proxy and authorities.</summary>
internal sealed class StsHttpClientFactory(X509ChainPolicy? trust, TimeProvider time) : HttpClientFactory
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    /// <summary>The authorities of a PEM file, which take the place of the system's, as in the AWS CLI.</summary>
    /// <returns>Null for no file: the system's authorities.</returns>
    /// <exception cref="AwsException">It is no PEM file with certificates.</exception>
    public static X509ChainPolicy? TrustOnly(string? bundle)
    {
        if (bundle is null)
        {
            return null;
        }

        // HttpClient's own default asks nobody about revocation either.
        var trust = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck,
        };
        try
        {
            trust.CustomTrustStore.ImportFromPemFile(bundle);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw Unreadable(bundle);
        }

        return trust.CustomTrustStore.Count > 0 ? trust : throw Unreadable(bundle);
    }

    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        var connections = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = ConnectTimeout,

            // Plain HTTP is for this computer alone: through a proxy, code and session would cross a network after all.
            UseProxy = !IsLoopback(clientConfig.ServiceURL),
        };
        if (trust is not null)
        {
            connections.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trust };
        }

        // The handler ends what takes too long, and knows whether the request had left.
        return new HttpClient(new SingleRequestHandler(connections, time)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => true;

    private static bool IsLoopback(string? endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? url) && url.IsLoopback;

    private static AwsException Unreadable(string bundle) => new(
        FailureKind.CaBundleUnreadable,
        $"no certificates in AWS_CA_BUNDLE, {bundle}",
        "it is a PEM file of the authorities to trust in place of the system's");
}
