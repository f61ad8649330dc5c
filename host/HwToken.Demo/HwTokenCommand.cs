using System.Text;
using HwToken.Base;
using HwToken.Cli;
using HwToken.Cli.Errors;
using HwToken.Cli.Running;
using HwToken.Cli.Terminal;
using HwToken.Client;

namespace HwToken.Demo;

/// <summary>Runs <c>hwtoken</c> as a shell would: the same command line and environment, in this process.</summary>
internal sealed class HwTokenCommand(IStage stage, World world)
{
    /// <summary>Runs one command, after showing it; its messages are told as they come.</summary>
    /// <returns>What it wrote to stdout.</returns>
    /// <exception cref="DemonstrationException">It failed; it has said why.</exception>
    public Task<string> RunAsync(params string[] arguments) => RunAsync(default(ReadOnlyMemory<byte>), arguments);

    /// <inheritdoc cref="RunAsync(string[])"/>
    /// <param name="input">What it reads from stdin.</param>
    public async Task<string> RunAsync(ReadOnlyMemory<byte> input, params string[] arguments)
    {
        stage.Say($"$ hwtoken {string.Join(' ', arguments.Select(Quoted))}");
        using var output = new MemoryStream();
        using var messages = new LineWriter(stage);
        using var interruption = new Interruption();
        interruption.Listen();
        int status = await CommandLine.RunAsync(
            arguments,
            new Host
            {
                Input = new MemoryStream(input.ToArray()),
                Output = output,
                Error = messages,
                IsOutputTerminal = false,
                IsErrorTerminal = false,
                OpenTerminal = () => null,
                Environment = world.Environment,
                Time = TimeProvider.System,
                Notifier = new DesktopNotifier(world.Environment),
                Programs = new ToldProgramRunner(stage),
                TokenFinding = () => new TokenFinderOptions
                {
                    LockFolder = TokenFinderOptions.LockFolderOf(HostEnvironment.Of(world.Environment)),
                },
            },
            interruption).ConfigureAwait(false);
        messages.Flush();
        return status == 0
            ? Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)output.Length)
            : throw new DemonstrationException($"hwtoken {arguments[0]} ended with status {status}");
    }

    /// <summary>As it would have to be typed.</summary>
    private static string Quoted(string argument) => argument.Contains(' ', StringComparison.Ordinal) ? $"\"{argument}\"" : argument;
}
