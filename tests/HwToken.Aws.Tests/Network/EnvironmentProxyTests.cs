using System.Net;
using HwToken.Aws.Model;
using HwToken.Aws.Network;
using HwToken.Aws.Tests.Support;
using HwToken.Base;

namespace HwToken.Aws.Tests.Network;

public sealed class EnvironmentProxyTests : IAsyncLifetime
{
    private static readonly Uri Sts = new("https://sts.eu-central-1.amazonaws.com/");

    private TestAws _aws = null!;

    public async Task InitializeAsync() => _aws = await TestAws.StartAsync();

    public async Task DisposeAsync() => await _aws.DisposeAsync();

    [Theory]
    [InlineData("HTTPS_PROXY=http://big:1,https_proxy=http://small:1", "http://small:1/")]
    [InlineData("HTTPS_PROXY=proxy.example.com:3128", "http://proxy.example.com:3128/")]
    [InlineData("HTTPS_PROXY=proxy", "http://proxy/")]
    [InlineData("https_proxy=https://[::1]:3128/", "https://[::1]:3128/")]
    [InlineData("ALL_PROXY=socks5://proxy:1080", "socks5://proxy:1080/")]
    [InlineData("all_proxy=http://all:1,HTTPS_PROXY=http://https:1", "http://https:1/")]
    [InlineData("http_proxy=http://proxy:1", null)]
    [InlineData("https_proxy=", null)]
    public void GetProxy_Variables_AreReadAsUsual(string variables, string? expected) =>
        Assert.Equal(expected, Of(variables).GetProxy(Sts)?.AbsoluteUri);

    [Theory]
    [InlineData("*", true)]
    [InlineData("localhost, sts.eu-central-1.amazonaws.com", true)]
    [InlineData("amazonaws.com", true)]
    [InlineData(".AmazonAWS.com", true)]
    [InlineData("sts.eu-central-1.amazonaws.com:443", false)] // Authority leaves the scheme's own port out.
    [InlineData("aws.com", false)]
    [InlineData("s3.amazonaws.com", false)]
    [InlineData(",", false)]
    public void GetProxy_NoProxy_NamesHostsAndTheirDomains(string exceptions, bool isDirect)
    {
        EnvironmentProxy proxy = new(new HostEnvironment(
            new Dictionary<string, string> { ["https_proxy"] = "http://proxy:1", ["NO_PROXY"] = exceptions }, HostPlatform.Xdg, () => ""));
        Assert.Equal(isDirect, proxy.GetProxy(Sts) is null);
        Assert.Equal(isDirect, proxy.IsBypassed(Sts));
    }

    [Theory]
    [InlineData("http://127.0.0.1:4566/")]
    [InlineData("https://localhost:4566/")]
    public void GetProxy_ThisComputer_IsReachedDirectly(string endpoint) =>
        Assert.Null(Of("https_proxy=http://proxy:1,all_proxy=http://proxy:1").GetProxy(new Uri(endpoint)));

    [Theory]
    [InlineData("http://")]
    [InlineData("http://proxy:port")]
    [InlineData("http://proxy:99999")]
    [InlineData("http://proxy:0")]
    [InlineData("http//proxy:3128")]
    [InlineData("ftp://proxy:3128")]
    [InlineData("http://proxy:3128/path")]
    [InlineData("http://alice:s3cr#t@proxy:3128")]
    [InlineData("http://alice:s3cr@t@proxy:3128")]
    [InlineData("http://alice:s3cr/t@proxy:3128")]
    public void GetProxy_WhatIsNoAddress_IsRefusedByTheVariablesNameAlone(string value)
    {
        AwsException e = Failing.With(FailureKind.MalformedProxy, () => Of($"HTTPS_PROXY={value}").GetProxy(Sts));
        Assert.Equal("HTTPS_PROXY is not the address of a proxy", e.Message);
        Assert.DoesNotContain("s3cr", e.ToString() + e.Hint, StringComparison.Ordinal);
        Assert.Null(Of($"HTTPS_PROXY={value},no_proxy=*").GetProxy(Sts));
    }

    [Fact]
    public void Credentials_OfTheUrl_AreWithoutItsEscapes()
    {
        NetworkCredential? found = Of("https_proxy=http://CORP%5Calice:s3cr%40t:x@proxy:1").Credentials?.GetCredential(Sts, "Basic");
        Assert.Equal(("CORP\\alice", "s3cr@t:x"), (found?.UserName, found?.Password));
        Assert.Null(Of("https_proxy=http://proxy:1").Credentials);
    }

    [Fact]
    public void NameFor_ProxyWithUser_LeavesThemOut()
    {
        Assert.Equal("the proxy http://proxy:1 of https_proxy", Of("https_proxy=http://alice:s3cret@proxy:1").NameFor(Sts));
        Assert.Null(Of("").NameFor(Sts));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("alice:s3cr%40t@", "alice:s3cr@t")]
    public async Task GetSession_Proxy_LeadsToSts(string userInfo, string? user)
    {
        using var front = new TlsFront(_aws.Endpoint);
        using var proxy = new ConnectProxy(front.Port, user);
        GoThrough(userInfo + proxy.Address, front);

        SessionResult result = await _aws.GetAsync();
        Assert.StartsWith("ASIA", result.Credentials.AccessKeyId, StringComparison.Ordinal);
        // One way, opened before the press and used after it.
        Assert.Equal($"{TlsFront.Host}:443", Assert.Single(proxy.Tunnels));
    }

    [Fact]
    public async Task GetSession_ProxyWithoutItsUser_IsNamed()
    {
        using var front = new TlsFront(_aws.Endpoint);
        using var proxy = new ConnectProxy(front.Port, "alice:s3cr@t");
        GoThrough("alice:wr0ng@" + proxy.Address, front);

        AwsException e = await Failing.WithAsync(FailureKind.Unreachable, () => _aws.GetAsync());
        Assert.Equal($"the proxy http://{proxy.Address} of HTTPS_PROXY does not connect to {TlsFront.Host}", e.Message);
        Assert.Equal("check the network and the proxy; no MFA code was used", e.Hint);
        Assert.DoesNotContain("wr0ng", e.ToString(), StringComparison.Ordinal);
        Assert.Empty(_aws.Device.Requests);
    }

    [Fact]
    public async Task GetSession_ProxyWhereNobodyListens_IsNamed()
    {
        using var front = new TlsFront(_aws.Endpoint);
        string url = TransportStub.RefusingUrl();
        GoThrough("alice:s3cret@" + new Uri(url).Authority, front);

        AwsException e = await Failing.WithAsync(FailureKind.Unreachable, () => _aws.GetAsync());
        Assert.Equal($"cannot connect to the proxy {url} of HTTPS_PROXY", e.Message);
        Assert.Empty(_aws.Device.Requests);
    }

    [Fact]
    public async Task GetSession_ProxyThatHangsUp_IsNamed()
    {
        using var front = new TlsFront(_aws.Endpoint);
        using TransportStub proxy = TransportStub.ClosingAtOnce();
        GoThrough(new Uri(proxy.Url()).Authority, front);

        AwsException e = await Failing.WithAsync(FailureKind.Unreachable, () => _aws.GetAsync());
        Assert.Equal($"the proxy {proxy.Url()} of HTTPS_PROXY broke the connection off", e.Message);
        Assert.Empty(_aws.Device.Requests);
    }

    [Fact]
    public async Task GetSession_ProxyWithoutAnAddress_IsNamed()
    {
        using var front = new TlsFront(_aws.Endpoint);
        GoThrough("proxy.invalid:3128", front); // RFC 6761, section 6.4

        AwsException e = await Failing.WithAsync(FailureKind.Unreachable, () => _aws.GetAsync());
        Assert.Equal("there is no address for the proxy http://proxy.invalid:3128 of HTTPS_PROXY", e.Message);
        Assert.Empty(_aws.Device.Requests);
    }

    [Fact]
    public async Task GetSession_InterceptingProxy_IsNamedWhereItsAuthorityIsNotTrusted()
    {
        using var front = new TlsFront(_aws.Endpoint);
        using var other = new TlsFront(_aws.Endpoint);
        using var proxy = new ConnectProxy(other.Port);
        GoThrough(proxy.Address, front);

        AwsException e = await Failing.WithAsync(FailureKind.Unreachable, () => _aws.GetAsync());
        Assert.Equal(
            $"no trusted TLS connection to {TlsFront.Host} through the proxy http://{proxy.Address} of HTTPS_PROXY", e.Message);
        Assert.Empty(_aws.Device.Requests);
    }

    [Fact]
    public async Task GetSession_MalformedVariable_CostsNoPress()
    {
        using var front = new TlsFront(_aws.Endpoint);
        GoThrough("proxy:port", front);
        await Failing.WithAsync(FailureKind.MalformedProxy, () => _aws.GetAsync());
        Assert.Empty(_aws.Device.Requests);
    }

    private static EnvironmentProxy Of(string variables) => new(new HostEnvironment(
        variables.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(v => v.Split('=', 2)).ToDictionary(v => v[0], v => v[1]),
        HostPlatform.Xdg,
        () => ""));

    /// <summary>STS is at another computer, behind a proxy.</summary>
    private void GoThrough(string proxy, TlsFront front)
    {
        _aws.Home.Variables["AWS_ENDPOINT_URL_STS"] = $"https://{TlsFront.Host}";
        _aws.Home.Variables["HTTPS_PROXY"] = $"http://{proxy}";
        _aws.Home.Variables["AWS_CA_BUNDLE"] = Path.Combine(_aws.Home.Path, "ca.pem");
        File.WriteAllText(_aws.Home.Variables["AWS_CA_BUNDLE"], front.AuthorityPem);
    }
}
