// How every command is declared and run, and the options that all of them take.
using System.CommandLine;
using System.Reflection;
using HwToken.Cli.Errors;
using HwToken.Cli.Output;

namespace HwToken.Cli.Running;

/// <summary>What a command does, once its flags have become a record.</summary>
internal delegate Task<ExitStatus> CommandFunction<in TInput>(TInput input, CliContext context, CancellationToken cancel);

/// <summary>Takes a parsed command line to its command and whatever comes out of it to an exit status.</summary>
internal sealed class CommandRunner(Host host, GlobalOptions options, Interruption interruption)
{
    /// <summary>Gives <paramref name="command"/> its action.</summary>
    /// <param name="read">Makes the input record; what cannot be one is refused with a <see cref="CliException"/>.</param>
    public void SetAction<TInput>(Command command, Func<ParseResult, TInput> read, CommandFunction<TInput> function) =>
        command.SetAction(async parse => (int)await RunAsync(parse, read, function));

    private async Task<ExitStatus> RunAsync<TInput>(
        ParseResult parse, Func<ParseResult, TInput> read, CommandFunction<TInput> function)
    {
        var context = new CliContext(host, options.Read(parse));
        try
        {
            context.Trace.Write($"{new Trace.Public(parse.CommandResult.Command.Name)}, hwtoken {new Trace.Public(ProductVersion.Text)}");
            ExitStatus status = await function(read(parse), context, interruption.Token);
            context.Trace.Write($"exit status {(int)status}");
            return status;
        }
        catch (Exception e)
        {
            Failure failure = Failure.Of(e, interruption);
            context.Messages.Error(failure.Message, failure.Hint);
            context.Trace.Write($"exit status {(int)failure.Status}, {new Trace.Public(e.GetType().ToString())}{new Trace.Public(e.StackTrace)}");
            return failure.Status;
        }
    }
}

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

/// <summary>A command whose help goes on behind the options.</summary>
/// <param name="description">One line, which also stands in the list of commands.</param>
/// <param name="manual">What the options do not say: an example above all.</param>
internal sealed class DocumentedCommand(string name, string description, string manual) : Command(name, description)
{
    public string Manual => manual;

    /// <summary>What to say to somebody whose arguments or options it does not take; null for where to read about them.</summary>
    public string? MisuseHint { get; init; }
}

internal static class ProductVersion
{
    /// <summary>The version that was built, with the commit behind it where the build knew it: <c>0.1.0+1a2b3c4</c>.</summary>
    public static string Text { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
