// What a command works with: the process around it, and its writers.

using HwToken.Cli.Output;
using HwToken.Cli.Programs;
using HwToken.Cli.Terminal;
using HwToken.Client;

namespace HwToken.Cli.Running;

/// <summary>What a process has of the world outside; a test brings its own.</summary>
internal sealed record Host
{
    public required Stream Input { get; init; }

    /// <summary>Unbuffered.</summary>
    public required Stream Output { get; init; }

    public required TextWriter Error { get; init; }

    public required bool IsOutputTerminal { get; init; }

    public required bool IsErrorTerminal { get; init; }

    /// <summary>Opens the person's terminal; null where nobody sits at one. Asked only when there is something to say.</summary>
    public required Func<ITerminal?> OpenTerminal { get; init; }

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    public required TimeProvider Time { get; init; }

    public required INotifier Notifier { get; init; }

    public required IProgramRunner Programs { get; init; }

    /// <summary>How tokens are looked for; asked only when one is.</summary>
    public required Func<TokenFinderOptions> TokenFinding { get; init; }
}

/// <summary>What a command works with, put together once for each run.</summary>
internal sealed class CliContext(Host host, GlobalInput global)
{
    private readonly bool _colors = AnsiColor.IsWanted(host.Environment);

    public Host Host => host;

    public GlobalInput Global => global;

    public DataWriter Output => field ??= new(host.Output, host.IsOutputTerminal, host.IsOutputTerminal && _colors);

    public MessageWriter Messages => field ??= new(host.Error, host.IsErrorTerminal && _colors);

    public Trace Trace => field ??= new(global.Debug ? host.Error : null, host.Time);

    /// <summary>Opened when it is first needed; null inside where nobody sits at one.</summary>
    public Lazy<ITerminal?> Terminal { get; } = new(host.OpenTerminal);

    /// <param name="notifies">
    /// Where there is no terminal, tell the desktop: for commands that other programs run behind their user's back.
    /// </param>
    public OwnerPrompt CreatePrompt(bool notifies = false) =>
        new(Terminal, Messages, notifies ? host.Notifier : null, host.Time);
}
