using HwToken.Cli.Programs;
using HwToken.Cli.Terminal;
using HwToken.Client;

namespace HwToken.Cli;

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
