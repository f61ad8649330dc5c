using HwToken.Base;
using HwToken.Client.Ports;
using HwToken.Client.Transports;

namespace HwToken.Client;

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
