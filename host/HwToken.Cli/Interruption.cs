using System.Runtime.InteropServices;

namespace HwToken.Cli;

/// <summary>
/// Ctrl-C, a closed terminal, or the polite request to end: what runs is cancelled, so that the token's screen goes
/// back and locks are released. The second one ends the process at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private PosixSignalRegistration[] _registrations = [];

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
        _source.Cancel();
    }

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }

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
