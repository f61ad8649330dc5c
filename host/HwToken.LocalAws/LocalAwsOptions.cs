using System.Net;
using HwToken.LocalAws.Records;

namespace HwToken.LocalAws;

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
