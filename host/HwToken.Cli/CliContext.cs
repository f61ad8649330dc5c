using HwToken.Cli.Diagnostics;
using HwToken.Cli.Options;
using HwToken.Cli.Output;
using HwToken.Cli.Terminal;

namespace HwToken.Cli;

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
