using System.CommandLine;

namespace HwToken.Cli.Options;

/// <summary>What every command takes.</summary>
internal sealed record GlobalInput(string? Port, bool Json, bool Debug)
{
    public static readonly GlobalInput None = new(null, false, false);
}

/// <summary>The options behind <see cref="GlobalInput"/>.</summary>
internal sealed class GlobalOptions
{
    private readonly Option<string?> _port = new("--port")
    {
        Description = "The token's serial port, such as /dev/ttyUSB0 or COM3 [default: $HWTOKEN_PORT, or the only token there is]",
        HelpName = "PATH",
        Recursive = true,
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Print data as JSON",
        Recursive = true,
    };

    private readonly Option<bool> _debug = new("--debug")
    {
        Description = "Trace what happens on stderr, without secrets",
        Recursive = true,
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_port);
        command.Options.Add(_json);
        command.Options.Add(_debug);
    }

    public GlobalInput Read(ParseResult result) =>
        new(result.GetValue(_port), result.GetValue(_json), result.GetValue(_debug));
}
