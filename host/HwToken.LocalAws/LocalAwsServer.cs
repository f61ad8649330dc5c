using System.Net;
using HwToken.LocalAws.Accounts;
using HwToken.LocalAws.Configuration;
using HwToken.LocalAws.Errors;
using HwToken.LocalAws.Http;
using HwToken.LocalAws.Records;
using HwToken.LocalAws.Services;
using HwToken.LocalAws.Services.Sts;
using HwToken.LocalAws.Sessions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HwToken.LocalAws;

/// <summary>
/// A stand-in for AWS STS on loopback: real signatures, real MFA codes, real refusals, and no AWS. See README.md for what
/// it does not do.
/// </summary>
public sealed class LocalAwsServer : IAsyncDisposable
{
    // Of clients that wait on one MFA code there may be a hundred at once.
    private const int MaxConnections = 512;

    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(2);

    private readonly SessionTokens _tokens = new();
    private readonly RecentRequests _requests = new();
    private readonly WebApplication _web;

    private LocalAwsServer(Account account, LocalAwsOptions options)
    {
        ServiceCatalog services = new(StsService.Create(account, _tokens));
        RequestHandler handler = new(
            services,
            new Authenticator(account, _tokens),
            options.TimeProvider,
            record =>
            {
                _requests.Add(record);
                options.Log?.Invoke(record);
            },
            e => options.Fault?.Invoke(e));
        _web = BuildWeb(options.Listen);
        _web.Run(handler.HandleAsync);
    }

    /// <summary>Where to send requests: http, a loopback address and the port.</summary>
    public Uri Endpoint => new(_web.Urls.Single());

    /// <summary>The newest 1024 requests, oldest first. A request is among them before its client has the reply.</summary>
    public IReadOnlyList<RequestRecord> Requests => _requests.Snapshot();

    /// <exception cref="LocalAwsException">
    /// The address is not loopback or is taken, or the configuration is wrong; says what to do.
    /// </exception>
    public static async Task<LocalAwsServer> StartAsync(
        LocalAwsConfig config, LocalAwsOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new LocalAwsOptions();
        if (!IPAddress.IsLoopback(options.Listen.Address))
        {
            throw new LocalAwsException(
                $"will not listen on {options.Listen}, which others can reach",
                "listen on 127.0.0.1 or [::1]: this is a stand-in, for this machine alone");
        }

        LocalAwsServer server = new(AccountBuilder.Build(config), options);
        try
        {
            await server._web.StartAsync(cancellation).ConfigureAwait(false);
            return server;
        }
        catch (IOException e)
        {
            await server.DisposeAsync().ConfigureAwait(false);
            string reason = e.InnerException is AddressInUseException ? "it is in use" : e.Message;
            throw new LocalAwsException($"cannot listen on {options.Listen}: {reason}", "port 0 takes a free one", e);
        }
    }

    /// <summary>Lets requests under way end, for at most 2 s, and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        // Disposing alone would cut the connections.
        await _web.StopAsync().ConfigureAwait(false);
        await _web.DisposeAsync().ConfigureAwait(false);
        _tokens.Dispose();
    }

    private static WebApplication BuildWeb(IPEndPoint listen)
    {
        // The empty builder: settings files, environment variables and console logging are the embedding program's.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = MaxConnections;
            kestrel.Limits.MaxRequestBodySize = QueryRequestReader.MaxBodyBytes;
            kestrel.Listen(listen, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.Services.AddSingleton<IHostLifetime, NoSignals>();
        return builder.Build();
    }

    /// <summary>In place of the host's own lifetime, which would take Ctrl-C away from the program around it.</summary>
    private sealed class NoSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

/// <summary>How a <see cref="LocalAwsServer"/> runs, apart from who may use it.</summary>
public sealed class LocalAwsOptions
{
    /// <summary>A loopback address; port 0 takes a free one.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 0);

    /// <summary>Tells the time to everything: signatures, MFA codes, sessions, replies.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// Gets every request's record, before the client gets its reply. Called from several threads at once.
    /// </summary>
    public Action<RequestRecord>? Log { get; init; }

    /// <summary>Gets what should never happen: the client sees no more of it than InternalFailure.</summary>
    public Action<Exception>? Fault { get; init; }
}
