using System.CommandLine;
using HwToken.Cli.Diagnostics;
using HwToken.Cli.Options;

namespace HwToken.Cli;

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
