using System.Text;
using HwToken.Cli;
using HwToken.Cli.Terminal;
using HwToken.Client;
using HwToken.Client.Locks;

namespace HwToken.Demo;

/// <summary>Runs <c>hwtoken</c> as a shell would: the same command line and environment, in this process.</summary>
internal sealed class HwTokenCommand(IStage stage, World world)
{
    /// <summary>Runs one command, after showing it; its messages are told as they come.</summary>
    /// <param name="input">What it reads from stdin.</param>
    /// <returns>What it wrote to stdout.</returns>
    /// <exception cref="DemonstrationException">It failed; it has said why.</exception>
    public async Task<string> RunAsync(string arguments, ReadOnlyMemory<byte> input = default)
    {
        stage.Say($"$ hwtoken {arguments}");
        using var output = new MemoryStream();
        using var messages = new LineWriter(stage);
        using var interruption = new Interruption();
        interruption.Listen();
        int status = await CommandLine.RunAsync(
            arguments.Split(' '),
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
                TokenFinding = () => new TokenFinderOptions { LockFolder = LockFolder.Of(world.Environment.GetValueOrDefault) },
            },
            interruption).ConfigureAwait(false);
        messages.Flush();
        return status == 0
            ? Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)output.Length)
            : throw new DemonstrationException($"hwtoken {arguments.Split(' ')[0]} ended with status {status}");
    }
}
