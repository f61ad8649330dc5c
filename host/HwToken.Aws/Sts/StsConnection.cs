// The connection to STS, and why there may be none.
using System.Net.Security;
using HwToken.Aws.Model;
using HwToken.Aws.Network;
using HwToken.Aws.Profiles;

namespace HwToken.Aws.Sts;

/// <summary>The connection to one STS: opened before the owner is asked for a code, and there when the code comes.</summary>
/// <remarks>
/// What AWS sees is a connection on which nothing is said until the signed request comes: no request goes ahead of it,
/// so there is none in anybody's log. Name, proxy, tunnel, TCP and TLS have been tried by then. If the other end has
/// closed it meanwhile, the handler notices before it sends anything, and makes another one.
/// </remarks>
internal sealed class StsConnection : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    private readonly SocketsHttpHandler _connections;
    private readonly StsUnreachable _unreachable;
    private Opening? _opening;

    /// <exception cref="AwsException">There is no such CA bundle.</exception>
    public StsConnection(SessionPlan plan)
    {
        _unreachable = new StsUnreachable(plan.Proxy, plan.CaBundle);
        _connections = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = ConnectTimeout,
            UseProxy = plan.Proxy is not null,
            Proxy = plan.Proxy,
            PlaintextStreamFilter = TakeAsync,
        };
        if (plan.CaBundle is { } bundle)
        {
            _connections.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = bundle.ToPolicy() };
        }
    }

    /// <summary>What sends requests over it.</summary>
    public SingleRequestHandler CreateSender(TimeProvider time) => new(_connections, _unreachable, time);

    /// <summary>Connects, and sends nothing. Once, before the first request.</summary>
    /// <exception cref="AwsException">STS cannot be reached.</exception>
    public async Task OpenAsync(Uri endpoint, CancellationToken cancellation)
    {
        // The pool connects for a request, and keeps the connection for the next one if the request is withdrawn. This
        // one is withdrawn as soon as its connection stands, before a byte of it is written.
        using var request = new HttpRequestMessage(HttpMethod.Head, endpoint);
        using var withdrawal = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var invoker = new HttpMessageInvoker(_connections, disposeHandler: false);
        _opening = new Opening(request, withdrawal);
        try
        {
            using HttpResponseMessage answer = await invoker.SendAsync(request, withdrawal.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_opening.IsDone && !cancellation.IsCancellationRequested)
        {
            // Withdrawn.
        }
        catch (Exception e) when (StsUnreachable.IsFailure(e, cancellation))
        {
            throw _unreachable.Of(e, endpoint);
        }
        finally
        {
            _opening = null;
        }
    }

    public void Dispose() => _connections.Dispose();

    /// <summary>Called with each new connection, after its tunnel and TLS.</summary>
    private async ValueTask<Stream> TakeAsync(
        SocketsHttpPlaintextStreamFilterContext connection, CancellationToken cancellation)
    {
        if (_opening is { } opening && connection.InitialRequestMessage == opening.Request)
        {
            opening.IsDone = true;
            await opening.Withdrawal.CancelAsync().ConfigureAwait(false);
        }

        return connection.PlaintextStream;
    }

    private sealed record Opening(HttpRequestMessage Request, CancellationTokenSource Withdrawal)
    {
        public bool IsDone { get; set; }
    }
}

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
