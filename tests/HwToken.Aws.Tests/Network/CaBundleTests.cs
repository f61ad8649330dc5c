using HwToken.Aws.Model;
using HwToken.Aws.Tests.Support;

namespace HwToken.Aws.Tests.Network;

public sealed class CaBundleTests : IAsyncLifetime
{
    private TestAws _aws = null!;

    private string Path => System.IO.Path.Combine(_aws.Home.Path, "ca.pem");

    public async Task InitializeAsync() => _aws = await TestAws.StartAsync();

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    [Fact]
    public async Task GetSession_AuthorityOfTheProfilesBundle_IsTrustedInPlaceOfTheSystems()
    {
        using var front = new TlsFront(_aws.Endpoint);
        _aws.Home.Variables["AWS_ENDPOINT_URL_STS"] = front.Url;
        File.WriteAllText(Path, front.AuthorityPem);
        AwsException e = await Failing.WithAsync(FailureKind.Unreachable, () => _aws.GetAsync());
        Assert.Equal($"no trusted TLS connection to localhost:{front.Port}", e.Message);
        Assert.StartsWith(
            "name a PEM file with the authority of an intercepting proxy in AWS_CA_BUNDLE, or in ca_bundle of the profile; ",
            e.Hint, StringComparison.Ordinal);

        _aws.Home.Config = "[default]\nsource_profile = me\nca_bundle = ~/ca.pem\n";
        SessionResult result = await _aws.GetAsync();
        Assert.StartsWith("ASIA", result.Credentials.AccessKeyId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetSession_AuthorityThatTheBundleLacks_IsNotTrustedAndTheBundleIsNamed()
    {
        using var front = new TlsFront(_aws.Endpoint);
        using var other = new TlsFront(_aws.Endpoint);
        _aws.Home.Variables["AWS_ENDPOINT_URL_STS"] = front.Url;
        _aws.Home.Config = "[default]\nsource_profile = me\nca_bundle = ~/ca.pem\n";
        File.WriteAllText(Path, other.AuthorityPem);
        AwsException e = await Failing.WithAsync(FailureKind.Unreachable, () => _aws.GetAsync());
        Assert.StartsWith(
            $"add the authority that is missing to {Path}, which ca_bundle of profile default names; ", e.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetSession_CertificateOfAnotherHost_IsNotTrusted()
    {
        using var front = new TlsFront(_aws.Endpoint);
        File.WriteAllText(Path, front.AuthorityPem);
        _aws.Home.Variables["AWS_CA_BUNDLE"] = Path;
        _aws.Home.Variables["AWS_ENDPOINT_URL_STS"] = front.Url.Replace("localhost", "127.0.0.1", StringComparison.Ordinal);
        await Failing.WithAsync(FailureKind.Unreachable, () => _aws.GetAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no certificate")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    public async Task GetSession_BundleWithoutCertificates_CostsNoPress(string? contents)
    {
        if (contents is not null)
        {
            File.WriteAllText(Path, contents);
        }

        _aws.Home.Variables["AWS_CA_BUNDLE"] = "~/ca.pem";
        AwsException e = await Failing.WithAsync(FailureKind.CaBundleUnreadable, () => _aws.GetAsync());
        Assert.Equal($"no certificates in {Path}, which AWS_CA_BUNDLE names", e.Message);
        Assert.Empty(_aws.Device.Requests);
    }
}
