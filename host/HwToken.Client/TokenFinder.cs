// How tokens are found and connected to.
using HwToken.Base;
using HwToken.Client.Errors;
using HwToken.Client.Locks;
using HwToken.Client.Model;
using HwToken.Client.Ports;
using HwToken.Client.Transports;

namespace HwToken.Client;

/// <summary>Finds the token that is meant, and connects to it.</summary>
public sealed class TokenFinder(TokenFinderOptions options)
{
    /// <summary>Connects to the token at a port, or to the only one there is.</summary>
    /// <param name="port">Null for the only token that is plugged in.</param>
    /// <exception cref="NoTokenException">There is none, or no such port.</exception>
    /// <exception cref="ManyTokensException">There are several, and no port was given.</exception>
    /// <exception cref="NotATokenException">Something else is at that port.</exception>
    /// <exception cref="PortBusyException">Another program uses it, or another hwtoken does for too long.</exception>
    /// <exception cref="PortUnusableException">It cannot be opened.</exception>
    public async Task<TokenClient> ConnectAsync(PortAddress? port, CancellationToken cancellationToken = default)
    {
        if (port is not null)
        {
            return await OpenAsync(port, options.BusyWait, options.Timeouts.Connect, cancellationToken).ConfigureAwait(false);
        }

        IReadOnlyList<PortInfo> ports = options.Catalog.List();
        Probe[] probes = await ProbeAsync(ports, cancellationToken).ConfigureAwait(false);
        Probe[] tokens = [.. probes.Where(probe => probe.IsToken)];
        if (tokens is [var only])
        {
            return only.Client ?? await OpenAsync(
                PortAddress.Parse(only.Port.Path), options.BusyWait, options.Timeouts.Connect, cancellationToken).ConfigureAwait(false);
        }

        await CloseAsync(probes).ConfigureAwait(false);
        throw tokens.Length > 1 ? new ManyTokensException([.. tokens.Select(probe => probe.Found)]) : NoToken(ports, probes);
    }

    /// <summary>Connects to several tokens at once, or to none of them.</summary>
    /// <param name="ports">Different ones: see <see cref="PortAddress.IsSamePortAs"/>.</param>
    /// <returns>In the order of the ports. The caller disposes of them.</returns>
    /// <exception cref="TokenClientException">There is no token at one of them, or it cannot be used.</exception>
    public async Task<IReadOnlyList<TokenClient>> ConnectAllAsync(
        IReadOnlyList<PortAddress> ports, CancellationToken cancellationToken = default)
    {
        var clients = new TokenClient[ports.Count];
        try
        {
            // Other processes take the same ports in this order too; in any other, two could wait for each other.
            foreach (int i in Enumerable.Range(0, ports.Count).OrderBy(i => ports[i].RealPath, StringComparer.Ordinal))
            {
                clients[i] = await ConnectAsync(ports[i], cancellationToken).ConfigureAwait(false);
            }

            return clients;
        }
        catch
        {
            foreach (TokenClient client in clients.Where(client => client is not null))
            {
                await client.DisposeAsync().ConfigureAwait(false);
            }

            throw;
        }
    }

    /// <summary>The tokens that are plugged in, or the one at a port.</summary>
    /// <exception cref="TokenClientException">There is none at that port, or it cannot be used.</exception>
    public async Task<IReadOnlyList<FoundToken>> ListAsync(PortAddress? port, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<PortInfo> ports = port is null
            ? options.Catalog.List()
            : [new PortInfo(port.Text, null, null, null, MayBeToken: true)];
        Probe[] probes = await ProbeAsync(ports, cancellationToken).ConfigureAwait(false);
        await CloseAsync(probes).ConfigureAwait(false);
        return port is not null && !probes[0].IsToken
            ? throw probes[0].Failure!
            : [.. probes.Where(probe => probe.IsToken).Select(probe => probe.Found)];
    }

    /// <summary>Greets everything that may be a token, all at once, and leaves the rest alone.</summary>
    private async Task<Probe[]> ProbeAsync(IEnumerable<PortInfo> ports, CancellationToken cancellationToken)
    {
        Task<Probe>[] probes = [.. ports.Where(port => port.MayBeToken).Select(port => Task.Run(() => ProbeAsync(port, cancellationToken), cancellationToken))];
        try
        {
            return await Task.WhenAll(probes).ConfigureAwait(false);
        }
        catch
        {
            await CloseAsync([.. probes.Where(probe => probe.IsCompletedSuccessfully).Select(probe => probe.Result)]).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<Probe> ProbeAsync(PortInfo port, CancellationToken cancellationToken)
    {
        try
        {
            // Another hwtoken there either finds a token, and says so, or is soon done. But several take turns, and each
            // greets whatever is there for as long as this one will: a port is not given up after one turn's time.
            TokenClient client = await OpenAsync(
                PortAddress.Parse(port.Path), options.BusyWait, options.Timeouts.Probe, cancellationToken, isProbe: true).ConfigureAwait(false);
            return new Probe(port, client, null);
        }
        catch (TokenClientException e)
        {
            return new Probe(port, null, e);
        }
    }

    private async Task<TokenClient> OpenAsync(
        PortAddress address, TimeSpan busyWait, TimeSpan patience, CancellationToken cancellationToken, bool isProbe = false)
    {
        Action? waiting = isProbe ? null : () => options.Waiting?.Invoke(address);
        PortLock portLock = await PortLock.AcquireAsync(
            options.LockFolder, address, busyWait, waiting, options.TimeProvider, cancellationToken, isProbe).ConfigureAwait(false);
        var sign = new PortSign(address);
        long start = options.TimeProvider.GetTimestamp();
        try
        {
            while (true)
            {
                try
                {
                    return await GreetAsync(address, patience, portLock, sign, cancellationToken).ConfigureAwait(false);
                }
                catch (PortBusyException)
                {
                    if (!await sign.WaitAsync(
                        address, start, busyWait, waiting, isProbe, options.TimeProvider, cancellationToken).ConfigureAwait(false))
                    {
                        throw;
                    }
                }
            }
        }
        catch
        {
            sign.Dispose();
            portLock.Dispose();
            throw;
        }
    }

    private async Task<TokenClient> GreetAsync(
        PortAddress address, TimeSpan patience, PortLock portLock, PortSign sign, CancellationToken cancellationToken)
    {
        // Root opens a port that somebody else has open, too.
        if (Environment.IsPrivilegedProcess && sign.IsShown)
        {
            throw PortBusyException.ByAnotherProgram(address.Text, null);
        }

        try
        {
            ITransport transport = await options.Open(address, cancellationToken).ConfigureAwait(false);
            sign.Show();
            TokenClient client = await TokenClient.ConnectAsync(
                transport, options.Timeouts, options.TimeProvider, patience, new PortUse(portLock, sign), cancellationToken)
                .ConfigureAwait(false);
            portLock.NoteToken();
            sign.ShowToken();
            return client;
        }
        catch (TokenUnpluggedException e) when (address.EndPoint is not null)
        {
            // A virtual token has one host at a time, and hangs up on the next.
            throw PortBusyException.ByAnotherProgram(address.Text, e);
        }
    }

    private static async Task CloseAsync(IEnumerable<Probe> probes)
    {
        foreach (Probe probe in probes)
        {
            if (probe.Client is { } client)
            {
                await client.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>What kept the only likely port from being a token is worth more than that there is none.</summary>
    private static TokenClientException NoToken(IReadOnlyList<PortInfo> ports, Probe[] probes)
    {
        if (Array.Find(probes, probe => probe.Failure is not (null or NotATokenException or NoTokenException or TokenUnpluggedException)) is { } likely)
        {
            return likely.Failure!;
        }

        PortInfo[] untried = [.. ports.Where(port => !port.MayBeToken)];
        string tried = probes.Length > 0 ? $"; no token answers at {string.Join(", ", probes.Select(p => p.Port.Path))}" : string.Empty;
        return new NoTokenException(
            $"no token found{tried}",
            untried.Length > 0
                ? $"plug the token in; if it is one of {string.Join(", ", untried.AsEnumerable())}, name it with --port or HWTOKEN_PORT"
                : "plug the token in, or name its port with --port or HWTOKEN_PORT");
    }

    /// <summary>What a client gives back when it is done with a port.</summary>
    private sealed class PortUse(PortLock portLock, PortSign sign) : IDisposable
    {
        public void Dispose()
        {
            sign.Dispose();
            portLock.Dispose();
        }
    }

    /// <summary>What came of greeting a port: a client, or why there is none.</summary>
    private sealed record Probe(PortInfo Port, TokenClient? Client, TokenClientException? Failure)
    {
        /// <summary>It answered, or has answered another hwtoken that uses it.</summary>
        public bool IsToken => Client is not null || Failure is PortBusyException { IsToken: true };

        public FoundToken Found => new(Port, Client?.Serial, Client?.StateAtConnect);
    }
}

/// <summary>How tokens are looked for.</summary>
public sealed record TokenFinderOptions
{
    public IPortCatalog Catalog { get; init; } = PortCatalog.System;

    /// <summary>Where the locks are that keep hwtoken processes apart.</summary>
    public string LockFolder { get; init; } = LockFolderOf(HostEnvironment.Current());

    /// <summary>How long to wait for another hwtoken that uses the port. A press takes it half a minute, two of them a minute.</summary>
    public TimeSpan BusyWait { get; init; } = TimeSpan.FromSeconds(75);

    /// <summary>Opens a port; throws what <see cref="Transports.PortAddress.OpenAsync"/> throws.</summary>
    public Func<PortAddress, CancellationToken, Task<ITransport>> Open { get; init; } = static (port, cancel) => port.OpenAsync(cancel);

    /// <summary>Called when there is another hwtoken to wait for.</summary>
    public Action<PortAddress>? Waiting { get; init; }

    public TokenTimeouts Timeouts { get; init; } = new();

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where all hwtoken processes of a user look for each other's locks.</summary>
    public static string LockFolderOf(HostEnvironment environment) => Path.Combine(environment.CacheFolder, "ports");
}
