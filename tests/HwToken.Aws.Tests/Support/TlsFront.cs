using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HwToken.Aws.Tests.Support;

/// <summary>TLS in front of a server that has none, with a certificate of an authority that no system trusts.</summary>
internal sealed class TlsFront : IDisposable
{
    /// <summary>A host that is not this computer: only a <see cref="ConnectProxy"/> leads here by its name.</summary>
    public const string Host = "sts.example.com";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Uri _behind;
    private readonly X509Certificate2 _certificate;
    private readonly X509Certificate2 _authority;

    public TlsFront(Uri behind)
    {
        _behind = behind;
        (_authority, _certificate) = Issue();
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Url => $"https://localhost:{Port}/";

    /// <summary>The authority's certificate, for AWS_CA_BUNDLE.</summary>
    public string AuthorityPem => _authority.ExportCertificatePem();

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _certificate.Dispose();
        _authority.Dispose();
        _stop.Dispose();
    }

    private static (X509Certificate2 Authority, X509Certificate2 Certificate) Issue()
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        using ECDsa authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authorityRequest = new CertificateRequest("CN=a test's authority", authorityKey, HashAlgorithmName.SHA256);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        X509Certificate2 authority = authorityRequest.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));

        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddDnsName(Host);
        request.CertificateExtensions.Add(names.Build());
        using X509Certificate2 issued = request.Create(authority, now.AddDays(-1), now.AddHours(1), [1]);
        using X509Certificate2 both = issued.CopyWithPrivateKey(key);
        // Windows serves no key that was made in memory alone.
        return (authority, X509CertificateLoader.LoadPkcs12(both.Export(X509ContentType.Pkcs12), null));
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        using (var tls = new SslStream(client.GetStream()))
        {
            try
            {
                await tls.AuthenticateAsServerAsync(_certificate);
                await server.ConnectAsync(_behind.Host, _behind.Port, _stop.Token);
                NetworkStream plain = server.GetStream();
                await Task.WhenAny(tls.CopyToAsync(plain, _stop.Token), plain.CopyToAsync(tls, _stop.Token));
            }
            catch (Exception e) when (e is System.Security.Authentication.AuthenticationException or IOException)
            {
                // The client does not trust the certificate.
            }
        }
    }
}
