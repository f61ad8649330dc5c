using HwToken.Cli.Diagnostics;
using HwToken.Cli.Options;
using HwToken.Cli.Output;
using HwToken.Cli.Terminal;

namespace HwToken.Cli;

/// <summary>What a command works with, put together once for each run.</summary>
internal sealed class CliContext(Host host, GlobalInput global)
{
    private readonly bool _colors = AnsiColor.IsWanted(host.Environment);
    private readonly Lazy<ITerminal?> _terminal = new(host.OpenTerminal);

    public Host Host => host;

    public GlobalInput Global => global;

    public DataWriter Output => field ??= new(host.Output, host.IsOutputTerminal, host.IsOutputTerminal && _colors);

    public MessageWriter Messages => field ??= new(host.Error, host.IsErrorTerminal && _colors);

    public Trace Trace => field ??= new(global.Debug ? host.Error : null, host.Time);

    /// <summary>Null where nobody sits at one.</summary>
    public ITerminal? Terminal => _terminal.Value;
}
