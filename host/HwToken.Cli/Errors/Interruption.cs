// Ctrl-C and the other signals that end a run.
using System.Runtime.InteropServices;

namespace HwToken.Cli.Errors;

/// <summary>
/// Ctrl-C, a closed terminal, or the polite request to end: what runs is cancelled, so that the token's screen goes
/// back and locks are released. The second one ends the process at once; so does the first after a while, where what
/// runs cannot be cancelled: it opens a FIFO, say, or a port whose driver hangs.
/// </summary>
/// <param name="end">Ends the process with this status, whatever its threads do.</param>
internal sealed class Interruption(TimeProvider time, Action<int> end) : IDisposable
{
    /// <summary>Longer than a token takes to give its screen back, or to show itself gone.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _source = new();
    private PosixSignalRegistration[] _registrations = [];
    private ITimer? _last;

    public Interruption()
        : this(TimeProvider.System, Environment.Exit)
    {
    }

    public CancellationToken Token => _source.Token;

    /// <summary>How the process ends after it.</summary>
    public ExitStatus Status { get; private set; } = ExitStatus.Interrupted;

    public void Listen() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Handle(signal, ExitStatus.Interrupted)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Handle(signal, ExitStatus.Terminated)),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => Handle(signal, ExitStatus.HungUp)),
    ];

    public void Raise(ExitStatus status)
    {
        Status = status;

        // Before what is cancelled runs, here and now, and may take its time.
        _last ??= time.CreateTimer(_ => end((int)status), null, Patience, Timeout.InfiniteTimeSpan);
        _source.Cancel();
    }

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }

        _last?.Dispose();
        _source.Dispose();
    }

    private void Handle(PosixSignalContext signal, ExitStatus status)
    {
        if (!_source.IsCancellationRequested)
        {
            signal.Cancel = true;
            Raise(status);
        }
    }
}
