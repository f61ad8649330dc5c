// The way to AWS as the user has set it up: which authorities are trusted, and through which proxy.
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HwToken.Aws.Model;
using HwToken.Base;

namespace HwToken.Aws.Network;

/// <summary>A PEM file of authorities, which take the place of the system's, as in the AWS CLI.</summary>
/// <param name="Path">With ~ expanded.</param>
/// <param name="NamedBy">The variable or the profile that names it.</param>
internal sealed record CaBundle(string Path, string NamedBy)
{
    /// <exception cref="AwsException">It is not a PEM file with certificates.</exception>
    public X509ChainPolicy ToPolicy()
    {
        // HttpClient's own default asks nobody about revocation either.
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck,
        };
        try
        {
            policy.CustomTrustStore.ImportFromPemFile(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw Unreadable();
        }

        return policy.CustomTrustStore.Count > 0 ? policy : throw Unreadable();
    }

    private AwsException Unreadable() => new(
        FailureKind.CaBundleUnreadable,
        $"no certificates in {Path}, which {NamedBy} names",
        "write the path of a PEM file with the authorities to trust in place of the system's");
}

/// <summary>The proxy on the way to STS: the environment's, or the system's on Windows and macOS where it names none.</summary>
/// <remarks>
/// .NET's own reading takes a malformed variable for none, and connects without a proxy; and its no_proxy knows no
/// subdomains. This one reads as the AWS CLI does (Python's urllib.request), and all_proxy besides, as curl does.
/// </remarks>
internal sealed class EnvironmentProxy(HostEnvironment environment) : IWebProxy
{
    // Only https goes through a proxy: plain HTTP is for this computer alone. Of two names the lower case one counts.
    private static readonly string[] Names = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];
    private static readonly string[] Schemes = ["http", "https", "socks4", "socks4a", "socks5"];

    private readonly IWebProxy? _system = environment.Platform == HostPlatform.Xdg ? null : HttpClient.DefaultProxy;

    /// <summary>Those in the proxy's URL, or the system's own for the system's.</summary>
    public ICredentials? Credentials
    {
        get => Variable is not { } variable ? _system?.Credentials
            : Parse(environment[variable]!) is { UserInfo: { Length: > 0 } user } ? CredentialsOf(user)
            : null;
        set => throw new NotSupportedException("the environment says who signs in");
    }

    private string? Variable => Names.FirstOrDefault(name => environment[name] is not null);

    /// <summary>What a message calls the proxy: without user and password, and with the variable that names it.</summary>
    /// <returns>Null where no proxy is on the way.</returns>
    /// <exception cref="AwsException">As of <see cref="GetProxy"/>.</exception>
    public string? NameFor(Uri destination) => GetProxy(destination) is not { } proxy ? null
        : $"the proxy {proxy.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)}"
            + (Variable is { } variable ? $" of {variable}" : "");

    /// <returns>Null where no proxy is on the way.</returns>
    /// <exception cref="AwsException">The variable does not hold the address of a proxy.</exception>
    public Uri? GetProxy(Uri destination)
    {
        if (IsBypassed(destination))
        {
            return null;
        }

        return Variable is { } variable ? UrlOf(variable) : _system!.GetProxy(destination);
    }

    public bool IsBypassed(Uri host)
    {
        if (host.IsLoopback || (Variable is null && _system?.IsBypassed(host) != false))
        {
            return true;
        }

        string[] exceptions = (environment["no_proxy"] ?? environment["NO_PROXY"] ?? "").Split(
            ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return exceptions is ["*"] || exceptions.Any(name => Matches(name, host.Host) || Matches(name, host.Authority));
    }

    /// <summary>The name is the host's own, or that of a domain around it.</summary>
    private static bool Matches(string name, string host) =>
        $".{host}".EndsWith($".{name.TrimStart('.')}", StringComparison.OrdinalIgnoreCase);

    // A value may hold a password, and is never shown.
    private Uri UrlOf(string variable) => Parse(environment[variable]!) ?? throw new AwsException(
        FailureKind.MalformedProxy,
        $"{variable} is not the address of a proxy",
        "it looks like http://proxy.example.com:3128; in a user's name or password write @ as %40, / as %2F and # as %23");

    private static Uri? Parse(string value)
    {
        string url = value.Contains("://", StringComparison.Ordinal) ? value : $"http://{value}";
        return Uri.TryCreate(url, UriKind.Absolute, out Uri? proxy)
            && Schemes.Contains(proxy.Scheme)
            && proxy is { Host.Length: > 0, Port: > 0, PathAndQuery: "/" or "", Fragment: "" }
            ? proxy
            : null;
    }

    private static NetworkCredential CredentialsOf(string userInfo)
    {
        string[] parts = userInfo.Split(':', 2);
        return new NetworkCredential(Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts.ElementAtOrDefault(1) ?? ""));
    }
}
