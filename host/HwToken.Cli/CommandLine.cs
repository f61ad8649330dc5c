using System.CommandLine;
using System.CommandLine.Completions;
using HwToken.Cli.Accounts;
using HwToken.Cli.Clock;
using HwToken.Cli.Codes;
using HwToken.Cli.Errors;
using HwToken.Cli.Pin;
using HwToken.Cli.Running;
using HwToken.Cli.Safe;
using HwToken.Cli.Sessions;
using HwToken.Cli.Setup;
using HwToken.Cli.Tokens;

namespace HwToken.Cli;

/// <summary>The tree of commands, and the way from arguments to an exit status.</summary>
internal static class CommandLine
{
    private static readonly ParserConfiguration Parsing = new()
    {
        // An account may well be named @work; a file of that name is none of its business.
        ResponseFileTokenReplacer = null,
        EnablePosixBundling = false,
    };

    public static async Task<int> RunAsync(string[] arguments, Host host, Interruption interruption)
    {
        var options = new GlobalOptions();
        var context = new CliContext(host, GlobalInput.None);
        try
        {
            RootCommand root = Create(host, options, interruption);
            ParseResult parse = root.Parse(arguments, Parsing);
            return UsageError.Of(parse) is CliException error ? throw error : await InvokeAsync(parse, context);
        }
        catch (Exception e)
        {
            Failure failure = Failure.Of(e, interruption);
            context.Messages.Error(failure.Message, failure.Hint);
            return (int)failure.Status;
        }
    }

    private static async Task<int> InvokeAsync(ParseResult parse, CliContext context)
    {
        // The help, the version and completions; commands write to the stream themselves.
        var output = new StringWriter();
        int status = await parse.InvokeAsync(new InvocationConfiguration
        {
            Output = output,
            Error = context.Host.Error,
            EnableDefaultExceptionHandler = false,
            // Signals are ours: see Interruption.
            ProcessTerminationTimeout = null,
        });
        if (output.ToString() is { Length: > 0 } text)
        {
            context.Output.Write(text);
        }

        return status;
    }

    private static RootCommand Create(Host host, GlobalOptions options, Interruption interruption)
    {
        var run = new CommandRunner(host, options, interruption);
        var root = new RootCommand("Six digits from a hardware token, and AWS credentials from them") { HelpName = "hwtoken" };
        foreach (Command command in Commands(run, host))
        {
            root.Subcommands.Add(command);
        }

        options.AddTo(root);
        HelpPages.AddTo(root);
        SuggestDirective suggest = root.Directives.OfType<SuggestDirective>().Single();
        suggest.Action = new SuggestAction(suggest);
        return root;
    }

    /// <summary>In the order in which the help lists them.</summary>
    private static IEnumerable<Command> Commands(CommandRunner run, Host host) =>
    [
        ListCommand.Create(run),
        InfoCommand.Create(run),
        AccountsCommand.Create(run),
        CodeCommand.Create(run),
        ClockCommand.Create(run),
        PinCommand.Create(run),
        WipeCommand.Create(run),
        SealCommand.Create(run),
        AuditCommand.Create(run),
        DrillCommand.Create(run),
        CardCommand.Create(run),
        LoginCommand.Create(run, host),
        ExportCommand.Create(run, host),
        ExecCommand.Create(run, host),
        CredentialProcessCommand.Create(run, host),
        SessionsCommand.Create(run, host),
        ClearCommand.Create(run, host),
        CompletionCommand.Create(run),
    ];
}
