using System.Net.Security;
using HwToken.Aws.Sessions;

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
